/*
 * Names are compared folded, so that two spellings that an archive takes for one tag, or that differ only by
 * what a phone's keyboard does, are one. OTW compares tags after case folding, NFKD and removal of U+0300 to U+036F.
 */

const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;
const SINGLE_QUOTES = /[\u2018-\u201b\u02b9\u02bb-\u02bd\u02bc\u2032\u2035\u00b4`\uff07\uff40]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\uff02\u301d-\u301f]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2e3a\u2e3b]/g;
/** Zero-width and direction marks, soft hyphen, variation selectors: what nobody sees. */
const INVISIBLE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu;
const MARKS = /[\u0300-\u036f]/g;

/**
 * The form of a name in which equality is decided: trimmed, white space collapsed, NFKD without U+0300 to U+036F,
 * full case folding, one kind of each quote, dash and ellipsis, no invisible characters; then composed again, so
 * that a wildcard cuts Hangul between syllables. Folding twice changes nothing.
 */
export function foldName(name: string): string {
  // Nine names of ten are plain ASCII.
  if (PLAIN.test(name)) return name.toLowerCase();
  const simple = unify(name).normalize('NFKD').replace(MARKS, '');
  return unify(foldCase(simple)).normalize('NFKD').replace(MARKS, '').replace(/\s+/g, ' ').trim().normalize('NFC');
}

const unify = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\u2026/g, '...');

/** Full case folding by way of upper case, which opens ß and ſ; dotless i keeps apart, final sigma does not. */
function foldCase(text: string): string {
  return text
    .split('\u0131')
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase().replaceAll('\u03c2', '\u03c3'))
    .join('\u0131');
}
