import { Finder, type Span } from './find';
import { Scope, type CueSpan, type PhraseSpan } from './scope';
import { bitOf, type Entry, type Table } from './table';
import { stronger, type Level, type TagKind, type Theme } from './theme';
import { LONGEST, tokensOf } from './tokens';

/** The themes of one tag name by the table alone, strongest level each. Never throws; linear in the name, which is cut to a bound. */
export function judgeTag(whole: string, kind: TagKind, table: Table): Map<Theme, Level> {
  const found = new Map<Theme, Level>();
  const name = whole.slice(0, LONGEST);
  const text = kind === 'character' || kind === 'relationship' ? withoutFandom(name, table.notes) : name;
  const tokens = tokensOf(text, table.vocabulary);
  const finder = new Finder(tokens, kind, table);
  const bit = bitOf(kind);
  const candidates = finder
    .phrases()
    .filter((span): span is PhraseSpan => span.entry.role === 'phrase' && ((span.entry.kinds & bit) !== 0 || describesSomebody(span, kind)));
  if (candidates.length === 0) return found;

  const spans = finder.others();
  const clean = spans.filter((span): span is CleanSpan => span.entry.role === 'clean');
  const spared = candidates.filter((span) => !clean.some((other) => sparesTheme(other, span)));
  const phrases = spared.filter((span) => !isInsideLonger(span, spared));
  if (phrases.length === 0) return found;
  const cues = cuesOf(spans, clean, phrases);
  if (kind === 'freeform' && namesSomebody(name, tokens, spans, cues, phrases)) return found;

  const scope = new Scope(tokens, phrases, cues, table);
  for (const span of phrases) {
    const { theme } = span.entry;
    const level = scope.levelOf(span);
    for (const each of [theme, ...(table.also.get(theme) ?? [])]) {
      const before = found.get(each);
      found.set(each, before === undefined ? level : stronger(before, level));
    }
  }
  return found;
}

/** "Serial Killer" among the characters is what it says; "Killer" alone may be a name. */
const describesSomebody = (span: Span, kind: TagKind): boolean =>
  (kind === 'character' || kind === 'relationship') &&
  span.entry.role === 'phrase' &&
  (span.entry.kinds & bitOf('freeform')) !== 0 &&
  !span.loose &&
  span.end - span.start > 1;

type CleanSpan = Span<Extract<Entry, { role: 'clean' }>>;

const isCue = (entry: Entry): boolean => entry.role !== 'clean' && entry.role !== 'name';

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A clean phrase spares what it overlaps, unless the phrase says more than it: "death note" spares "death", not "death note suicide". */
const sparesTheme = (clean: CleanSpan, span: PhraseSpan): boolean =>
  (clean.entry.theme === null || clean.entry.theme === span.entry.theme) &&
  overlaps(clean, span) &&
  (span.loose || !(contains(span, clean) && span.end - span.start > clean.end - clean.start));

/** "no comfort" inside "hurt no comfort": the longer phrase of the theme speaks for the shorter, and one that says its level for one that does not. */
const isInsideLonger = (span: PhraseSpan, all: readonly PhraseSpan[]): boolean =>
  all.some(
    (other) =>
      other.entry.theme === span.entry.theme &&
      contains(other, span) &&
      (other.end - other.start > span.end - span.start || (other.entry.level !== 'present' && span.entry.level === 'present')),
  );

/** The words that turn around or weaken, apart from those that are part of a phrase ("no comfort") or of a longer such word ("no one"). */
function cuesOf(spans: readonly Span[], clean: readonly CleanSpan[], phrases: readonly PhraseSpan[]): CueSpan[] {
  const all = spans.filter((span): span is CueSpan => isCue(span.entry));
  const used = [...clean.filter(({ entry }) => entry.theme === null), ...phrases.filter(({ entry }) => entry.level === 'present')];
  const isInsideSame = (cue: CueSpan): boolean =>
    all.some((other) => contains(other, cue) && other.end - other.start > cue.end - cue.start && sortOf(other) === sortOf(cue));
  // "implied bashing" is found by "_ bashing", which says nothing about being implied; "not ... friendly" does say not.
  return all.filter((cue) => !used.some((other) => contains(other, cue) && (!other.loose || sortOf(cue) === 'denial')) && !isInsideSame(cue));
}

const sortOf = ({ entry: { role } }: CueSpan): string =>
  role === 'no' || role === 'not' || role === 'adjacent' ? 'denial' : role === 'ends' || role === 'opaque' ? 'stop' : role;

/** "Death (Discworld)": a word that is a name when a fandom stands behind it. Capitals tell it, so not where all letters are. */
function namesSomebody(
  name: string,
  tokens: ReturnType<typeof tokensOf>,
  spans: readonly Span[],
  cues: readonly CueSpan[],
  phrases: readonly PhraseSpan[],
): boolean {
  if (!/^[^(]*\(\s*\p{Lu}/u.test(name) || name === name.toUpperCase()) return false;
  const tells = [...cues.filter(({ entry }) => entry.role !== 'ends' && entry.role !== 'opaque'), ...phrases];
  return spans.some(
    (span) => span.entry.role === 'name' && span.start === 0 && tokens[span.end]?.gap === 'open' && !tells.some(({ start }) => start >= span.end),
  );
}

/** Character and relationship tags end in the fandom they belong to; a note about them stays. */
function withoutFandom(name: string, notes: ReadonlySet<string>): string {
  return name.replace(/(?<=\S)\s*\([^()]*\)\s*$/, (suffix) => ((suffix.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => notes.has(word)) ? suffix : ''));
}
