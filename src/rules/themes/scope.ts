import type { Span } from './find';
import type { CueRole, Entry, Table } from './table';
import type { Level, Theme } from './theme';
import type { Token } from './tokens';

export type PhraseSpan = Span<Extract<Entry, { role: 'phrase' }>>;
export type CueSpan = Span<{ role: CueRole }>;

/** How many words that mean nothing to us a cue reaches over: "no [actual on-screen] rape". */
const REACH: Readonly<Partial<Record<CueRole, number>>> = { no: 3, not: 5, adjacent: 0, referenced: 4, attempted: 3 };

/** How many words may stand between a phrase and the cue behind it: "rape [is only] mentioned". */
const REACH_BACK = 2;

/** What the words around a phrase make of its level. */
export class Scope {
  /** Words that belong to a phrase or a cue: a list of them ("no rape/abuse or death") is one scope. */
  private readonly taken: boolean[];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly phrases: readonly PhraseSpan[],
    private readonly cues: readonly CueSpan[],
    private readonly table: Table,
  ) {
    this.taken = tokens.map(() => false);
    for (const { start, end } of [...phrases, ...cues.filter((cue) => cue.entry.role !== 'ends' && cue.entry.role !== 'opaque')])
      this.taken.fill(true, start, end);
  }

  levelOf(span: PhraseSpan): Level {
    const { theme, level } = span.entry;
    if (level === 'negated') return level;
    const before = this.cues.filter((cue) => cue.end <= span.start && this.reaches(cue, span));
    const denials = before.filter((cue) => cue.entry.role === 'no' || cue.entry.role === 'not' || cue.entry.role === 'adjacent').length;
    const after = this.cues.filter((cue) => cue.start >= span.end && this.reachesBack(cue, span));
    if (denials % 2 === 1 || (denials === 0 && after.some((cue) => cue.entry.role === 'notAfter'))) return 'negated';
    const within = this.cues.filter((cue) => span.loose && cue.start >= span.start && cue.end <= span.end);
    return [...before, ...after, ...within].some((cue) => this.weakens(cue, theme)) ? 'referenced' : level;
  }

  private weakens(cue: CueSpan, theme: Theme): boolean {
    const { role } = cue.entry;
    if (role === 'attempted' || role === 'attemptedAfter') return !this.table.attemptCounts.has(theme);
    return role === 'referenced' || role === 'referencedAfter';
  }

  /** Whether a cue in front of the phrase has it in its scope: near enough, in the same clause, nothing in between that ends the scope. */
  private reaches(cue: CueSpan, span: PhraseSpan): boolean {
    const { role } = cue.entry;
    const reach = REACH[role];
    if (reach === undefined) return false;
    const denies = role === 'no' || role === 'not' || role === 'adjacent';
    let free = 0;
    for (let i = cue.end; i <= span.start; i++) {
      const { gap, word } = this.tokens[i]!;
      if (gap === 'break' || gap === 'open' || gap === 'close' || (gap === 'colon' && (denies || i > cue.end))) return false;
      if (gap === 'slash' && !this.taken[i - 1]) return false;
      if (i === span.start) break;
      if (this.taken[i]) continue;
      if (word === 'and' ? !this.taken[i - 1] : word !== 'or' && word !== 'nor') free++;
      if (word === 'and' && !this.taken[i - 1]) return false;
    }
    if (free > reach) return false;
    return !this.cues.some(({ start, end, entry }) => start >= cue.end && end <= span.start && (entry.role === 'ends' || (denies && entry.role === 'opaque')));
  }

  /** Whether a cue behind the phrase speaks of it, and not of a phrase that follows ("abuse/implied rape"). */
  private reachesBack(cue: CueSpan, span: PhraseSpan): boolean {
    const { role } = cue.entry;
    if (role !== 'notAfter' && role !== 'referencedAfter' && role !== 'attemptedAfter') return false;
    let free = 0;
    for (let i = span.end; i < cue.start; i++) if (!this.taken[i] && this.tokens[i]!.word !== 'and') free++;
    if (free > REACH_BACK || (cue.start > span.end && this.tokens[cue.start - 1]!.word === 'and')) return false;
    const { gap } = this.tokens[cue.start]!;
    const next = this.tokens[cue.end];
    const leads =
      next !== undefined && next.gap !== 'open' && next.gap !== 'close' && next.gap !== 'break' && this.phrases.some(({ start }) => start === cue.end);
    if (leads && (gap === 'slash' || gap === 'none' || gap === 'break') && role === 'referencedAfter') return false;
    return !this.cues.some(({ start, end, entry }) => start >= span.end && end <= cue.start && entry.role === 'ends');
  }
}
