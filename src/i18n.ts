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
  const language = extensionApi().i18n.getUILanguage();
  const form = new Intl.PluralRules(language).select(count);
  const shown = new Intl.NumberFormat(language).format(count);
  const api = extensionApi().i18n;
  const values = [shown, ...more.map(String)];
  return api.getMessage(`${name}_${form}`, values) || api.getMessage(`${name}_other`, values) || name;
}
