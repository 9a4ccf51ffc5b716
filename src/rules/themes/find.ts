import { ANY, EDGE, ONE, REST } from './phrase';
import { formsOf } from './spelling';
import type { Entry, Node, Table } from './table';
import type { TagKind } from './theme';
import type { Token } from './tokens';

/** Where in the words of a tag an entry of the table stands: from `start` up to, not including, `end`. */
export interface Span<E extends Entry = Entry> {
  start: number;
  end: number;
  entry: E;
}

/** Words that `...` may stand for. */
const LONGEST_ANY = 4;

/** All phrases of the table that stand in the words, shorter and longer, also overlapping ones. */
export function findSpans(tokens: readonly Token[], kind: TagKind, table: Table): Span[] {
  const spans: Span[] = [];
  const forms = tokens.map((token) => formsOf(token.word, table.vocabulary.has));
  const edges = edgesOf(tokens, kind);

  const walk = (node: Node, at: number, start: number): void => {
    for (const entry of node.entries) if (at > start) spans.push({ start, end: at, entry });
    if (edges[at]) {
      const child = node.next.get(EDGE);
      if (child !== undefined) walk(child, at, start);
    }
    const joined = at === start || joins(tokens[at]);
    if (at >= tokens.length || !joined) return;
    for (const form of forms[at]!) {
      const child = node.next.get(form);
      if (child !== undefined) walk(child, at + 1, start);
    }
    const one = node.next.get(ONE);
    if (one !== undefined) walk(one, at + 1, start);
    const any = node.next.get(ANY);
    if (any !== undefined) for (let to = at; to <= at + LONGEST_ANY; to++) if (to <= clauseEnd(tokens, at)) walk(any, to, start);
    const rest = node.next.get(REST);
    if (rest !== undefined) walk(rest, clauseEnd(tokens, at), start);
  };
  for (let start = 0; start < tokens.length; start++) walk(table.root, start, start);

  for (const [i, { word }] of tokens.entries()) {
    for (const [ending, theme] of table.endings) {
      if (word.length > ending.length && word.endsWith(ending)) spans.push({ start: i, end: i + 1, entry: { role: 'phrase', theme, level: 'present', kinds: 7 } });
    }
  }
  return spans;
}

const joins = (token: Token | undefined): boolean => token !== undefined && (token.gap === 'none' || token.gap === 'hyphen' || token.gap === 'slash');

function clauseEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && joins(tokens[end])) end++;
  return end;
}

/** Whether a name or a part of one ends before the word at each place: at stops, slashes and between the sides of a relationship. */
function edgesOf(tokens: readonly Token[], kind: TagKind): boolean[] {
  const sides = kind === 'relationship';
  const isSeparator = (token: Token | undefined): boolean => sides && (token?.word === 'x' || token?.word === 'and');
  const edges = tokens.map((token, i) => i === 0 || (token.gap !== 'none' && token.gap !== 'hyphen') || isSeparator(token) || isSeparator(tokens[i - 1]));
  edges.push(true);
  return edges;
}
