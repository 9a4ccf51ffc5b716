import type en from '../public/_locales/en/messages.json';
import { extensionApi } from './extension-api';

type Key = keyof typeof en;
/** Names of counted messages: those with at least the plural form `_other`. */
type CountedName<K> = K extends `${infer Name}_other` ? Name : never;
export type MessageKey = Key;
export type CountedKey = CountedName<Key>;

/**
 * A text of public/_locales in the reader's language.
 * @param substitutions fill the placeholders $1, $2 ... in this order
 */
export function text(key: MessageKey, ...substitutions: (string | number)[]): string {
  return extensionApi().i18n.getMessage(key, substitutions.map(String)) || key;
}

/**
 * A text with a number in the plural form of the reader's language: the keys are NAME_one, NAME_few ... as
 * `Intl.PluralRules` names them, and NAME_other. The number is the first substitution.
 */
export function counted(name: CountedKey, count: number, ...more: (string | number)[]): string {
  speech ??= speechOf(text('ui_language'));
  const api = extensionApi().i18n;
  const values = [speech.numbers.format(count), ...more.map(String)];
  return api.getMessage(`${name}_${speech.plurals.select(count)}`, values) || api.getMessage(`${name}_other`, values) || name;
}

/** Of the language that the texts are in, which need not be the browser's. Made once, being dear to make. */
let speech: { numbers: Intl.NumberFormat; plurals: Intl.PluralRules } | undefined;
const speechOf = (language: string) => ({ numbers: new Intl.NumberFormat(language), plurals: new Intl.PluralRules(language) });

/** A theme as readers call it, by its id; the id itself where a later version has added it. */
export function themeName(theme: string): string {
  const key = `theme_${theme.replaceAll('-', '_')}_name`;
  const name = text(key as MessageKey);
  return name === key ? theme : name;
}

/** What is said when a theme was found: "Non-consent (referenced): “Past Rape”". Few of many tags are named. */
export function themeReason({ theme, level, words }: { theme: string; level: string; words: readonly string[] }): string {
  const most = 3;
  const named = words.slice(0, most).map((word) => text('theme_tag', word)).join(text('fold_separator'));
  const tags = words.length > most ? `${named} ${counted('fold_more', words.length - most)}` : named;
  return text(level === 'referenced' ? 'theme_because_referenced' : 'theme_because', themeName(theme), tags);
}
