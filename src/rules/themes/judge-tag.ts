import { findSpans, type Span } from './find';
import { Scope, type CueSpan, type PhraseSpan } from './scope';
import { bitOf, type Entry, type Table } from './table';
import { stronger, type Level, type TagKind, type Theme } from './theme';
import { tokensOf } from './tokens';

/** The themes of one tag name by the table alone, strongest level each. Never throws; linear in the name, which is cut to a bound. */
export function judgeTag(name: string, kind: TagKind, table: Table): Map<Theme, Level> {
  const found = new Map<Theme, Level>();
  const text = kind === 'character' || kind === 'relationship' ? withoutFandom(name) : name;
  const tokens = tokensOf(text, table.vocabulary);
  const spans = findSpans(tokens, kind, table);
  const bit = bitOf(kind);
  const candidates = spans.filter((span): span is PhraseSpan => span.entry.role === 'phrase' && (span.entry.kinds & bit) !== 0);
  if (candidates.length === 0) return found;

  const clean = spans.filter((span): span is CleanSpan => span.entry.role === 'clean');
  const phrases = candidates.filter((span) => !clean.some((other) => sparesTheme(other, span)) && !isInsideLonger(span, candidates));
  if (phrases.length === 0) return found;
  const cues = spans.filter((span): span is CueSpan => isCue(span.entry) && !clean.some((other) => other.entry.theme === null && contains(other, span)) && !phrases.some((other) => contains(other, span)));
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

type CleanSpan = Span<Extract<Entry, { role: 'clean' }>>;

const isCue = (entry: Entry): boolean => entry.role !== 'phrase' && entry.role !== 'clean' && entry.role !== 'name';

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A clean phrase spares what it overlaps, unless the phrase says more than it: "death note" spares "death", not "death note suicide". */
const sparesTheme = (clean: CleanSpan, span: PhraseSpan): boolean =>
  (clean.entry.theme === null || clean.entry.theme === span.entry.theme) &&
  overlaps(clean, span) &&
  !(contains(span, clean) && span.end - span.start > clean.end - clean.start);

/** "no comfort" inside "hurt no comfort": the longer phrase of the theme speaks for the shorter. */
const isInsideLonger = (span: PhraseSpan, all: readonly PhraseSpan[]): boolean =>
  all.some((other) => other !== span && other.entry.theme === span.entry.theme && contains(other, span) && other.end - other.start > span.end - span.start);

/** "Death (Discworld)": a word that is a name when a fandom stands behind it. */
function namesSomebody(name: string, tokens: ReturnType<typeof tokensOf>, spans: readonly Span[], cues: readonly CueSpan[], phrases: readonly PhraseSpan[]): boolean {
  if (!/^[^(]*\(\s*\p{Lu}/u.test(name)) return false;
  return spans.some(
    (span) =>
      span.entry.role === 'name' && span.start === 0 && tokens[span.end]?.gap === 'open' && ![...cues, ...phrases].some(({ start }) => start >= span.end),
  );
}

/** Character and relationship tags end in the fandom they belong to; a note on how much they appear stays. */
function withoutFandom(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, (suffix) => (/mention|past|impl|refer|reader|y\/n|one-?sided|minor|background|\(s\)/i.test(suffix) ? suffix : ''));
}
