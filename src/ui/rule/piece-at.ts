import { fieldNamed } from '../../rules/fields/index';
import type { Field } from '../../rules/fields/field';

/** A value that is being written in a line. */
export interface Piece {
  field: Field;
  /** Where it begins, with its quote. */
  from: number;
  /** As far as it is written, without the quote. */
  typed: string;
}

/** The value before a place in a line; null where something else is being written, or the value is closed. */
export function pieceAt(line: string, caret: number): Piece | null {
  let field: Field | undefined;
  let from = 0;
  let first = true;
  let quoted = false;
  for (let at = 0; at < caret; at += 1) {
    const sign = line[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === '\\' && quoted) at += 1;
    else if (sign === '#' && !quoted && line.slice(0, at).trim() === '') return null;
    else if ((sign === ',' || sign === '\uff0c') && !quoted) [from, first] = [at + 1, false];
    else if ((sign === ':' || sign === '\uff1a') && !quoted) {
      const found = fieldNamed(/([\w-]+)(?:\[[\d-]*\])?\s*$/.exec(line.slice(Math.max(0, at - 60), at))?.[1]?.toLowerCase() ?? '');
      if (found !== undefined) [field, from, first] = [found, at + 1, true];
    }
  }
  if (field === undefined) return null;
  const written = line.slice(from, caret);
  from += (first ? /^\s*(?:not\s+)?/ : /^\s*/).exec(written)?.[0].length ?? 0;
  const value = line.slice(from, caret);
  if (!quoted && (value.endsWith('"') || /(?:^|\s)(?:and|unless|or)\s+\S*$/.test(value))) return null;
  return { field, from, typed: value.replace(/^"/, '') };
}

/** A line with the value before the caret replaced, and where the caret then is. */
export function withPiece(line: string, caret: number, { from }: Piece, value: string): { line: string; caret: number } {
  return { line: line.slice(0, from) + value + line.slice(caret), caret: from + value.length };
}
