import { ANY, EDGE, ONE, REST, type Steps } from './phrase';
import { formsOf } from './spelling';
import type { Entry, Pattern, Table } from './table';
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
  from: number;
  next: Rest | null;
}

/** Looks for phrases in the words of one tag: shorter and longer ones, also overlapping. */
export class Finder {
  private readonly forms: readonly (readonly string[])[];
  /** Whether the word at each place runs on from the one before, without a stop. */
  private readonly runsOn: readonly boolean[];
  /** Whether a name or a part of one ends before each place: at stops, slashes and between the sides of a relationship. */
  private readonly edges: readonly boolean[];
  private start = 0;
  private ends: number[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly kind: TagKind,
    private readonly table: Table,
  ) {
    this.forms = tokens.map((token) => formsOf(token.word));
    this.runsOn = tokens.map(({ gap }) => gap === 'none' || gap === 'hyphen' || gap === 'slash');
    this.edges = tokens.map((token, i) => i === 0 || (token.gap !== 'none' && token.gap !== 'hyphen') || this.separates(i) || this.separates(i - 1));
  }

  /** The phrases of themes. */
  phrases(): Span[] {
    const spans = this.spansOf(this.table.phrasesFrom);
    for (const [i, { word }] of this.tokens.entries()) {
      for (const [ending, theme] of this.table.endings) {
        if (word.length > ending.length && word.endsWith(ending))
          spans.push({ start: i, end: i + 1, entry: { role: 'phrase', theme, level: 'present', kinds: 7 }, loose: false });
      }
    }
    return spans;
  }

  /** Everything that says how phrases are meant: clean ones, names, denials and the like. */
  others(): Span[] {
    return this.spansOf(this.table.othersFrom);
  }

  private spansOf(patternsFrom: (word: string) => readonly Pattern[]): Span[] {
    const spans: Span[] = [];
    for (let i = 0; i < this.forms.length; i++) {
      for (const word of this.forms[i]!) {
        for (const pattern of patternsFrom(word)) {
          const start = i - pattern.lead;
          if (start < 0 || start + pattern.least > this.tokens.length) continue;
          for (const end of this.endsOf(pattern, start)) {
            if (end > start && (pattern.slash || !this.crossesSlash(start, end))) spans.push({ start, end, entry: pattern.entry, loose: pattern.loose });
          }
        }
      }
    }
    return spans;
  }

  private endsOf({ plain, steps }: Pattern, start: number): readonly number[] {
    this.ends = [];
    if (plain === null) {
      this.start = start;
      this.match(steps, 0, null, start);
    } else {
      for (let k = 1; k < plain.length; k++) if (!this.runsOn[start + k] || !this.forms[start + k]!.includes(plain[k]!)) return this.ends;
      this.ends.push(start + plain.length);
    }
    return this.ends;
  }

  /** Notes each place where the steps from `k` on, and then the rest, can end when they begin at `at`. */
  private match(steps: Steps, k: number, rest: Rest | null, at: number): void {
    const step = steps[k];
    if (step === undefined) {
      if (rest !== null) this.match(rest.steps, rest.from, rest.next, at);
      else if (!this.ends.includes(at)) this.ends.push(at);
      return;
    }
    if (step instanceof Set) {
      if (this.goesOn(at) && this.forms[at]!.some((form) => step.has(form))) this.match(steps, k + 1, rest, at + 1);
    } else if (typeof step !== 'string') {
      const next: Rest = { steps, from: k + 1, next: rest };
      for (const sequence of step as readonly Steps[]) this.match(sequence, 0, next, at);
    } else if (step === EDGE) {
      if (at === this.tokens.length || this.edges[at]) this.match(steps, k + 1, rest, at);
    } else if (step === ANY) {
      for (let to = at; to <= at + LONGEST_ANY; to++) {
        this.match(steps, k + 1, rest, to);
        if (!this.goesOn(to)) return;
      }
    } else if (step === REST) {
      let end = at;
      while (this.goesOn(end)) end++;
      this.match(steps, k + 1, rest, end);
    } else if (this.goesOn(at) && (step === ONE ? this.isFree(at) : this.forms[at]!.includes(step))) this.match(steps, k + 1, rest, at + 1);
  }

  /** Any one word is none that denies, and does not reach over to the other side of a relationship. */
  private isFree(at: number): boolean {
    return !this.table.denials.has(this.tokens[at]!.word) && !this.separates(at);
  }

  private goesOn(at: number): boolean {
    return at < this.tokens.length && (at === this.start || this.runsOn[at] === true);
  }

  private crossesSlash(start: number, end: number): boolean {
    for (let i = start + 1; i < end; i++) if (this.tokens[i]!.gap === 'slash') return true;
    return false;
  }

  /** "A x B", "A & B": what stands between the sides of a relationship. */
  private separates(at: number): boolean {
    const word = this.tokens[at]?.word;
    return this.kind === 'relationship' && (word === 'x' || word === 'and');
  }
}
