import type { Verdict } from '../../src/domain/verdict';
import { RATINGS, type Rating } from '../../src/domain/vocabulary';
import type { Work } from '../../src/domain/work';
import { languageCode } from '../../src/rules/fields/languages';
import type { Judged } from './judge';
import type { ReadPage } from './page';

/** The most severe of several ratings, as the archive's symbol shows it; `null` when none is stated. */
function severest(ratings: readonly Rating[]): Rating | null {
  const order: readonly Rating[] = ['other', ...RATINGS.map((term) => term.code)];
  return ratings.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? null;
}

/** An item as docs/inspect.md describes it. Names stand where the extension holds more; the rest follows them. */
export function itemReport(work: Work, verdict: Verdict | null): Record<string, unknown> {
  const { kind, id, url, title, creators, fandoms, ratings, warnings, categories, complete, relationships, characters, freeforms, summary, ...rest } = work;
  const { language, languageName, words, chapters, series, kudos, hits, comments, bookmarks, updated, ...more } = rest;
  return {
    kind,
    id,
    url,
    title,
    creators: creators.map((creator) => creator.name),
    fandoms,
    rating: severest(ratings),
    warnings,
    categories,
    complete,
    relationships,
    characters,
    freeforms,
    summary,
    language: language ?? (languageName === null ? null : (languageCode(languageName) ?? null)),
    words,
    chapters,
    series: series.map((part) => part.title),
    kudos,
    hits,
    comments,
    bookmarks,
    updated,
    verdict: verdict?.action ?? null,
    reasons: verdict?.reasons ?? [],
    ...more,
    ratings,
    languageName,
    accounts: creators,
    parts: series,
  };
}

/**
 * Everything that was read, as one value for JSON.
 * @param judged one for each item, or none without rules
 * @param explain whether to say for each item what was looked at
 */
export function pageReport(read: ReadPage, judged: readonly Judged[], explain = false): Record<string, unknown> {
  const { url, archive, adapter, page, workPage, works, unreadable } = read;
  return {
    page: { archive: archive?.id ?? null, adapter: adapter.id, url: url.href, ...page, state: workPage?.state ?? null, chapter: workPage?.chapter ?? false },
    items: works.map((work, index) => {
      const one = judged[index];
      return { ...itemReport(work, one?.verdict ?? null), ...(explain && one !== undefined ? { explanation: one.explanation } : {}) };
    }),
    unreadable,
  };
}
