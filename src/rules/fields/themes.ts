import type { ReasonTheme } from '../../domain/verdict';
import type { Facts } from '../facts';
import type { Condition, ThemeValue, Value } from '../rule';
import { plainText } from '../text/raw-value';
import { nearest } from '../text/read-error';
import { isTheme, THEMES, type Level, type ThemeMatch } from '../themes/theme';
import { defineField, WEIGHT, type Field } from './field';

/** Key under which the rules about a theme are filed. */
export const themeKey = (theme: string): string => `\u0006${theme}`;

const LEVELS = ['(present)'];

type Stated = ThemeMatch & { level: Exclude<Level, 'negated'> };
const statedThemes = (facts: Facts): Stated[] => facts.themes.filter((match): match is Stated => match.level !== 'negated');
const isAbout = (value: Value, { theme, level }: ThemeMatch): boolean =>
  value.type === 'theme' && theme === value.theme && (value.level === undefined || level === 'present');

/** The themes of a work that meet a condition without `not`; none when it is not met. */
export function themesMeeting({ values }: Condition, facts: Facts): ReasonTheme[] {
  return statedThemes(facts).filter((match) => values.some((value) => isAbout(value, match)));
}

/** Subjects that readers avoid. The plain form also finds what is only mentioned; what is denied is never found. */
const theme = defineField<Stated>({
  name: 'theme',
  kind: 'theme',
  choices: THEMES,
  read(raw) {
    const text = plainText(raw);
    if (typeof text !== 'string') return text;
    const [, name = '', level] = /^([^()]*?)\s*(\([^()]*\))?$/.exec(text.toLowerCase()) ?? [text, text];
    const known = name.replaceAll(' ', '-');
    if (!isTheme(known)) {
      const suggestion = nearest(known, THEMES);
      return { trouble: 'unknown_value', expected: THEMES, ...(suggestion !== undefined && { suggestion }) };
    }
    if (level !== undefined && !LEVELS.includes(level)) return { trouble: 'unknown_value', expected: LEVELS, suggestion: `${known} (present)` };
    const value: ThemeValue = { type: 'theme', theme: known };
    return level === undefined ? value : { ...value, level: 'present' };
  },
  write: (value) => (value.type === 'theme' ? value.theme + (value.level === undefined ? '' : ` (${value.level})`) : null),
  items: statedThemes,
  test: (value) => (value.type === 'theme' ? (match) => isAbout(value, match) : null),
  word: (match) => match.words.join(', '),
  file: (value) => (value.type === 'theme' ? [[{ drawer: 'keys', text: themeKey(value.theme), weight: WEIGHT.theme }]] : null),
});

export const themeFields: readonly Field[] = [theme];
