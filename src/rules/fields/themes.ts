import type { ThemeValue } from '../rule';
import { plainText } from '../text/raw-value';
import { nearest } from '../text/read-error';
import { isTheme, THEMES, type ThemeMatch } from '../themes/theme';
import { defineField, WEIGHT, type Field } from './field';

/** Key under which the rules about a theme are filed. */
export const themeKey = (theme: string): string => `\u0006${theme}`;

const LEVELS = ['(present)'];

/** Subjects that readers avoid. The plain form also finds what is only mentioned; what is denied is never found. */
const theme = defineField<ThemeMatch>({
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
  items: (facts) => facts.themes.filter((match) => match.level !== 'negated'),
  test: (value) => (value.type === 'theme' ? (match) => match.theme === value.theme && (value.level === undefined || match.level === 'present') : null),
  word: (match) => match.words.join(', '),
  file: (value) => (value.type === 'theme' ? [[{ drawer: 'keys', text: themeKey(value.theme), weight: WEIGHT.theme }]] : null),
});

export const themeFields: readonly Field[] = [theme];
