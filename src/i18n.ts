import type en from '../public/_locales/en/messages.json';
import { extensionApi } from './extension-api';

type Key = keyof typeof en;
/** Names of counted messages: those with at least the plural form `_other`. */
type CountedName<K> = K extends `${infer Name}_other` ? Name : never;
export type MessageKey = Key;
export type CountedKey = CountedName<Key>;

/**
 * Words that the background hands to a page with its first answer. The first look-up of a page in the browser's own
 * texts waits for another process, and its first plural rule for a table: together longer than all else that a
 * listing costs. What is not among them is looked up.
 */
export interface HandedWords {
  /** Texts by key, in which the n-th substitution is the character U+E000 + n. */
  texts: Record<string, string>;
  /** The plural forms of 0, 1, 2 ... as far as they go. */
  plurals: readonly string[];
  /** The digits from 0 to 9 as the language writes them. */
  digits: readonly string[];
}

const FIRST_SLOT = 0xe000;
/** What `HandedWords.texts` hold in place of the substitutions. */
export const SLOTS: readonly string[] = /* @__PURE__ */ Array.from({ length: 9 }, (_, index) => String.fromCharCode(FIRST_SLOT + index));

/** No name, since a page's elements with a matching id would be found by it. */
const WORDS = Symbol.for('foldaway-words');
/** All our scripts in a page have this object in common, and the page's own scripts do not see it. */
const scope = globalThis as { [WORDS]?: HandedWords | undefined };

export function handWords(words: HandedWords | undefined): void {
  scope[WORDS] = words;
}

/**
 * A text of public/_locales in the reader's language.
 * @param substitutions fill the placeholders $1, $2 ... in this order
 */
export function text(key: MessageKey, ...substitutions: (string | number)[]): string {
  return lookUp(key, substitutions) || key;
}

function lookUp(key: string, substitutions: (string | number)[]): string {
  const handed = scope[WORDS]?.texts[key];
  if (handed === undefined) return extensionApi().i18n.getMessage(key, substitutions.map(String));
  return handed.replace(/[\uE000-\uE008]/g, (slot) => String(substitutions[slot.charCodeAt(0) - FIRST_SLOT] ?? ''));
}

/**
 * A text with a number in the plural form of the reader's language: the keys are NAME_one, NAME_few ... as
 * `Intl.PluralRules` names them, and NAME_other. The number is the first substitution.
 */
export function counted(name: CountedKey, count: number, ...more: (string | number)[]): string {
  const values = [written(count), ...more];
  return lookUp(`${name}_${pluralOf(count)}`, values) || lookUp(`${name}_other`, values) || name;
}

function written(count: number): string {
  const digits = scope[WORDS]?.digits;
  // From a thousand on, languages group digits in their own ways.
  if (digits !== undefined && count >= 0 && count < 1000) return String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return (numbers ??= new Intl.NumberFormat(text('ui_language'))).format(count);
}

/** The plural form of a number: `one`, `few`, `other` ... */
export const pluralOf = (count: number): string => scope[WORDS]?.plurals[count] ?? (plurals ??= new Intl.PluralRules(text('ui_language'))).select(count);

/* Of the language that the texts are in, which need not be the browser's. Each is made once and when it is needed, being dear to make. */
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;

/** In words from right to left, a name from left to right keeps its stars and brackets where they belong. */
export const isolated = (name: string): string => (text('ui_direction') === 'rtl' ? `\u2068${name}\u2069` : name);

/** A theme as readers call it, by its id; the id itself where a later version has added it. */
export function themeName(theme: string): string {
  const key = `theme_${theme.replaceAll('-', '_')}_name`;
  const name = text(key as MessageKey);
  return name === key ? theme : name;
}

/** What is said when a theme was found: "Non-consent (referenced): “Past Rape”". Few of many tags are named. */
export function themeReason({ theme, level, words }: { theme: string; level: string; words: readonly string[] }): string {
  const most = 3;
  const named = words
    .slice(0, most)
    .map((word) => text('theme_tag', isolated(word)))
    .join(text('fold_separator'));
  const tags = words.length > most ? `${named} ${counted('fold_more', words.length - most)}` : named;
  return text(level === 'referenced' ? 'theme_because_referenced' : 'theme_because', themeName(theme), tags);
}
