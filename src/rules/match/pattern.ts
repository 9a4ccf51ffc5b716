import { foldName } from '../../domain/fold-name';

/** Stands for a wildcard inside folded text; a private-use character, which folding leaves alone. */
export const STAR = '\ue000';

/** A name folded for comparison, cut at its wildcards: one piece means no wildcard. */
export type Pieces = readonly string[];

const PATTERN = new RegExp(`[*\\\\${STAR}]`);

/**
 * The text of a name value with its wildcards as STAR and its escapes (`\*`, `\\`) undone, not yet folded.
 */
export function markStars(text: string): string {
  if (!PATTERN.test(text)) return text;
  return text.replaceAll(STAR, '').replace(/\\([*\\])|\*+/g, (_, escaped: string | undefined) => escaped ?? STAR);
}

/** The pieces of a folded text between its STARs. */
export const cutAtStars = (folded: string): Pieces => (folded.includes(STAR) ? folded.split(STAR) : [folded]);

/** The folded form of a name value, with STARs. */
export function foldPattern(text: string): string {
  // In plain ASCII without escapes folding leaves `*` where it is, so that it can be done first and quickly.
  if (!ASCII.test(text)) return foldName(markStars(text));
  const folded = foldName(text);
  return folded.includes('*') ? folded.replace(/\*+/g, STAR) : folded;
}

/** All of ASCII but control characters and the backslash. */
const ASCII = /^[ -[\]-~]*$/;

/** Whether the pieces match the whole of a folded name. Linear in the name for each piece. */
export function matchesWhole(pieces: Pieces, name: string): boolean {
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return name === first;
  const last = pieces[pieces.length - 1] ?? '';
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let from = first.length;
  for (let i = 1; i < pieces.length - 1; i++) {
    const piece = pieces[i] ?? '';
    const found = name.indexOf(piece, from);
    if (found < 0 || found + piece.length > end) return false;
    from = found + piece.length;
  }
  return true;
}

/** The longest of some texts; the first of equals. */
export const longest = (texts: Iterable<string>): string => {
  let best = '';
  for (const text of texts) if (text.length > best.length) best = text;
  return best;
};
