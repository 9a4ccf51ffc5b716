import type { Facts } from '../facts';
import type { RegexValue } from '../rule';
import { MOST_CHARACTERS, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import type { Filing } from './field';

// The engine is not in place yet: an expression is read and kept, and matches nothing.

export function readRegex(raw: RawValue): RegexValue | Trouble {
  if (raw.regex === null || raw.bare !== '') return { trouble: 'stray_text', expected: [',', 'and', 'unless'] };
  if (raw.synonyms) return { trouble: 'synonyms_not_here' };
  const { source, flags } = raw.regex;
  if (source.length > MOST_CHARACTERS) return { trouble: 'regex_too_large' };
  if (!/^[ciu]*$/.test(flags)) return { trouble: 'regex_flag', expected: ['c'] };
  return flags.includes('c') ? { type: 'regex', source, caseSensitive: true } : { type: 'regex', source };
}

export const writeRegex = (value: RegexValue): string => `/${value.source}/${value.caseSensitive === true ? 'c' : ''}`;

export function testRegex<Item>(_value: RegexValue, _textOf: (item: Item) => string | null): (item: Item, facts: Facts) => boolean {
  return () => false;
}

export function fileRegex(_value: RegexValue, _drawer: 'names' | 'texts'): Filing[] | null {
  return [];
}
