import { CATEGORIES, namesOf, RATINGS, WARNINGS } from '../domain/vocabulary';
import type { PageKind, Work } from '../domain/work';
import type { ThemeMatch } from './themes/theme';
import { foldedNames, type Name, type NameKind } from './match/names';
import { readWords, type Words } from './match/words';

/** What else than the work decides. */
export interface JudgeContext {
  page: PageKind | null;
  /** Id of the archive. */
  archive: string;
  /** Milliseconds since 1970. */
  now: number;
  /** The page belongs to the viewer: own works, own bookmarks. */
  own?: boolean;
}

/** Steps that regular expressions may still take; shared by the works of a page. */
export interface Budget {
  steps: number;
  /** Expressions that had to be left out, as no steps were left. */
  refused: number;
}

export type TextField = 'title' | 'summary' | 'notes';

/** A work as rules look at it: everything derived is worked out once, when first asked for. */
export class Facts {
  private readonly names = new Map<NameKind, Name[]>();
  private readonly texts = new Map<TextField, Words | null>();
  private foundThemes: ThemeMatch[] | null = null;

  constructor(
    readonly work: Work,
    readonly context: JudgeContext,
    readonly budget: Budget,
    private readonly recognise: (work: Work) => ThemeMatch[],
  ) {}

  namesOf(kind: NameKind): readonly Name[] {
    let names = this.names.get(kind);
    if (names === undefined) {
      names = foldedNames(writtenNames(this.work, kind), kind);
      this.names.set(kind, names);
    }
    return names;
  }

  wordsOf(field: TextField): Words | null {
    let words = this.texts.get(field);
    if (words === undefined) {
      const text = this.textOf(field);
      words = text === null || text.trim() === '' ? null : readWords(text);
      this.texts.set(field, words);
    }
    return words;
  }

  textOf(field: TextField): string | null {
    return field === 'notes' ? (this.work.bookmark?.notes ?? null) : this.work[field];
  }

  get themes(): readonly ThemeMatch[] {
    this.foundThemes ??= this.recognise(this.work);
    return this.foundThemes;
  }

  /** Today, as the archive's dates are written. */
  get today(): string {
    return new Date(this.context.now).toISOString().slice(0, 10);
  }
}

function writtenNames(work: Work, kind: NameKind): readonly string[] {
  switch (kind) {
    case 'fandom':
      return work.fandoms;
    case 'relationship':
      return work.relationships;
    case 'character':
      return work.characters;
    case 'freeform':
      return work.freeforms;
    case 'other':
      return work.otherTags;
    case 'genre':
      return work.genres;
    case 'closed':
      return [...namesOf(RATINGS, work.ratings), ...namesOf(WARNINGS, work.warnings), ...namesOf(CATEGORIES, work.categories)];
    case 'bookmark-tag':
      return work.bookmark?.tags ?? [];
    case 'recipient':
      return work.recipients;
    case 'series':
      return work.subject === 'series' && work.title !== null ? [work.title] : work.series.map((series) => series.title);
    case 'collection':
      return work.collections;
  }
}
