import { languageCode } from '../rules/fields/languages';
import type { CodeValue, CreatorValue } from '../rules/rule';
import type { RemarkCode } from './codes';
import { textOf } from './json';
import { literal } from './patterns';

/** What the lists of many blockers have in common: how they are cut up, and the few kinds of entry in them. */

/** A condition may name many tags; what is longer than this was never a rule. */
export const LONGEST_ENTRY = 5000;

export const splitCommas = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** A list that is one text, cut up by `split`, or an array of texts, as other versions of the same blocker keep it. */
export function textsOfList(value: unknown, split: (text: string) => string[]): string[] {
  if (Array.isArray(value)) return value.map((entry) => textOf(entry).trim()).filter((entry) => entry !== '');
  return split(textOf(value));
}

/** "1,000" and "1 000" and "1_000" are a thousand, as blockers read them; null for what is no whole number. */
export function limit(text: string): number | null {
  const found = /^\d{1,12}/.exec(text.replace(/[,_\s]/g, ''))?.[0];
  return found === undefined ? null : Number(found);
}

/**
 * A name as bylines show it: "account", or "pseud (account)". There it was that pseud only; here a name without
 * parentheses is the account under any pseud.
 */
export function bylineValue(byline: string): { value: CreatorValue | CodeValue; remark: RemarkCode | null } {
  const text = byline.trim().replace(/\s+/g, ' ');
  if (text.toLowerCase() === 'anonymous') return { value: { type: 'code', code: 'anonymous' }, remark: 'anonymous_creator' };
  const [, pseud, account] = /^(.*\S) \(([^()]+)\)$/.exec(text) ?? [];
  if (pseud !== undefined && account !== undefined) return { value: { type: 'creator', name: literal(account), pseud: literal(pseud) }, remark: null };
  return { value: { type: 'creator', name: literal(text) }, remark: 'byline' };
}

/** Percent-encoded as in addresses, or not; a broken encoding is taken as written. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The archive's own replacements in the addresses of tags: `*s*` is `/`. No tag name has a star. */
const IN_ADDRESSES: Readonly<Record<string, string>> = { '*s*': '/', '*a*': '&', '*d*': '.', '*q*': '?', '*h*': '#' };

/** A tag name as an address has it, back to what pages show. */
export const tagFromAddress = (text: string): string => decoded(text).replace(/\*[sadqh]\*/g, (code) => IN_ADDRESSES[code] ?? code);

/** Languages by their code or their name, and the names that are none of the archive's. */
export function languageValues(names: readonly string[]): { values: CodeValue[]; unknown: string[] } {
  const values: CodeValue[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const code = languageCode(name);
    if (code === undefined) unknown.push(name);
    else values.push({ type: 'code', code });
  }
  return { values, unknown };
}

/** A work's number, given alone or in an address; null for anything else. */
export const workNumber = (text: string): string | null => /^\d{1,15}$/.exec(text)?.[0] ?? /\/works\/(\d{1,15})(?:[/?#]|$)/.exec(text)?.[1] ?? null;
