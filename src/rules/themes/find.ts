import type { Step, Steps } from './phrase';
import { formsOf } from './spelling';
import type { Entry, Table } from './table';
import type { TagKind } from './theme';
import type { Token } from './tokens';

/** Where in the words of a tag an entry of the table stands: from `start` up to, not including, `end`. */
export interface Span<E extends Entry = Entry> {
  start: number;
  end: number;
  entry: E;
  /** See Pattern. */
  loose: boolean;
}

/** Words that `...` may stand for. */
const LONGEST_ANY = 4;

/** What is left to match after the steps at hand. */
interface Rest {
  steps: Steps;
  next: Rest | null;
}

/** All phrases of the table that stand in the words, shorter and longer, also overlapping ones. */
export function findSpans(tokens: readonly Token[], kind: TagKind, table: Table): Span[] {
  const spans: Span[] = [];
  const forms = tokens.map((token) => formsOf(token.word, table.vocabulary.has));
  const edges = edgesOf(tokens, kind);
  const joined = (at: number, start: number): boolean => at < tokens.length && (at === start || joins(tokens[at]));

  /** Calls `found` with each place where the steps can end when they begin at `at`. */
  const match = (steps: Steps, k: number, rest: Rest | null, at: number, start: number, found: (end: number) => void): void => {
    const step: Step | undefined = steps[k];
    if (step === undefined) {
      if (rest === null) found(at);
      else match(rest.steps, 0, rest.next, at, start, found);
      return;
    }
    switch (step.kind) {
      case 'word':
        if (joined(at, start) && forms[at]!.includes(step.word)) match(steps, k + 1, rest, at + 1, start, found);
        return;
      case 'either': {
        const next: Rest = { steps: steps.slice(k + 1), next: rest };
        for (const sequence of step.sequences) match(sequence, 0, next, at, start, found);
        return;
      }
      case 'one':
        if (joined(at, start) && !table.denials.has(tokens[at]!.word) && !isSeparator(tokens[at]!, kind)) match(steps, k + 1, rest, at + 1, start, found);
        return;
      case 'any':
        for (let to = at; to <= at + LONGEST_ANY; to++) {
          match(steps, k + 1, rest, to, start, found);
          if (!joined(to, start)) return;
        }
        return;
      case 'rest': {
        let end = at;
        while (joined(end, start)) end++;
        match(steps, k + 1, rest, end, start, found);
        return;
      }
      case 'edge':
        if (edges[at]) match(steps, k + 1, rest, at, start, found);
    }
  };

  for (const [i, words] of forms.entries()) {
    for (const word of words) {
      for (const { steps, lead, loose, slash, entry } of table.patternsFrom(word)) {
        const start = i - lead;
        if (start < 0) continue;
        const ends = new Set<number>();
        match(steps, 0, null, start, start, (end) => ends.add(end));
        for (const end of ends) if (end > start && (slash || !crossesSlash(tokens, start, end))) spans.push({ start, end, entry, loose });
      }
    }
    for (const [ending, theme] of table.endings) {
      const { word } = tokens[i]!;
      if (word.length > ending.length && word.endsWith(ending)) spans.push({ start: i, end: i + 1, entry: { role: 'phrase', theme, level: 'present', kinds: 7 }, loose: false });
    }
  }
  return spans;
}

const joins = (token: Token | undefined): boolean => token !== undefined && (token.gap === 'none' || token.gap === 'hyphen' || token.gap === 'slash');

const crossesSlash = (tokens: readonly Token[], start: number, end: number): boolean => tokens.slice(start + 1, end).some(({ gap }) => gap === 'slash');

/** "A x B", "A & B": what stands between the sides of a relationship. */
const isSeparator = (token: Token | undefined, kind: TagKind): boolean => kind === 'relationship' && (token?.word === 'x' || token?.word === 'and');

/** Whether a name or a part of one begins or ends before the word at each place: at stops, slashes and between the sides of a relationship. */
function edgesOf(tokens: readonly Token[], kind: TagKind): boolean[] {
  const edges = tokens.map((token, i) => i === 0 || (token.gap !== 'none' && token.gap !== 'hyphen') || isSeparator(token, kind) || isSeparator(tokens[i - 1], kind));
  edges.push(true);
  return edges;
}
