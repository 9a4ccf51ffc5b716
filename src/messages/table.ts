import * as z from 'zod/mini';
import { colourSchema, ruleListSchema, storedRuleSchema } from '../rules/rule-schema';
import { isPlaces, type Place } from '../rules/text/places';
import { THEMES } from '../rules/themes/theme';
import { PAGE_KINDS, type Work } from '../domain/work';
import type { PageReport } from './answers';
import { activityRequests } from './activity-table';
import { syncRequests } from './sync-table';
import { exchangeRequests, type StoredEntries } from './exchange-table';

export type * from './answers';
export type { ActivityAnswer, CountedRule, MatchesAnswer, RuleFacts } from './activity-table';
export type { Anew, Offer, SecretChoice, SyncAnswer, SyncChoice } from './sync-table';

/*
 * Every message that the extension's parts send to the background: who may send it, what it carries, what comes
 * back. A message that is not in this table, or not of its shape, is refused.
 */

const text = z.string().check(z.maxLength(2_000_000));
/** A rule is known by its conditions, which may be as many as fit into a line. */
const id = text;
const json = z.json();
/** Of a page: with many tags in the archive's filter it is long. */
const address = z.string().check(z.maxLength(2_000_000));
/** What kind of page the sender is; null when it is of none. */
const pageKind = z.nullable(z.enum(PAGE_KINDS));
const amount = z.number().check(z.nonnegative());

/** `page` = the content script on an archive; `own` = the popup, the options and other pages of the extension. */
export type Sender = 'page' | 'own';

const host = z.string().check(z.maxLength(253));
const tagName = z.string().check(z.minLength(1), z.maxLength(1000));
/** A condition as chosen on a page: names as the page spells them, codes, numbers such as `<1000`. */
const choice = z.object({
  field: z.enum([
    'fandom',
    'relationship',
    'character',
    'freeform',
    'tag',
    'genre',
    'series',
    'creator',
    'work',
    'summary',
    'rating',
    'warning',
    'category',
    'language',
    'complete',
    'theme',
    'words',
  ]),
  values: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(200)),
  /** Account numbers, where the page has them, in the order of the values. */
  ids: z.optional(z.array(z.nullable(z.string().check(z.regex(/^\d{1,15}$/))))),
  /** Also whatever the archive holds for the same tags. */
  synonyms: z.optional(z.boolean()),
});
const choices = z.array(choice).check(z.maxLength(20));
const pageRule = z.object({
  action: z.enum(['show', 'highlight', 'note', 'fold', 'hide']),
  when: choices,
  unless: choices,
  strict: z.optional(z.boolean()),
  colour: z.optional(colourSchema),
});
/** A rule made on a page by choosing. */
export type PageRule = z.infer<typeof pageRule>;

export const requests = {
  'page-started': { from: 'page', shape: z.object({ url: address }) },
  judge: {
    from: 'page',
    shape: z.object({
      url: address,
      page: pageKind,
      own: z.boolean(),
      works: z.array(z.unknown()).check(z.maxLength(500)),
      prerendering: z.optional(z.boolean()),
    }),
  },
  'judge-work': { from: 'page', shape: z.object({ url: address, own: z.boolean(), work: z.unknown(), prerendering: z.optional(z.boolean()) }) },
  'read-this-time': { from: 'page', shape: z.object({ url: address, work: z.nullable(z.string().check(z.maxLength(100))) }) },
  'rule-from-page': { from: 'page', shape: z.object({ url: address, rule: pageRule }) },
  // The token of an edit made on a page.
  'take-back': { from: 'page', shape: z.object({ token: id }) },
  'themes-of': { from: 'page', shape: z.object({ work: z.unknown() }) },
  // `about`: whether the tag is about the theme; the reader corrects the recogniser.
  'correct-theme': { from: 'page', shape: z.object({ theme: z.enum(THEMES), tag: z.string().check(z.maxLength(1000)), about: z.boolean() }) },
  'preview-rule': {
    from: 'page',
    shape: z.object({ url: address, page: pageKind, own: z.boolean(), rule: pageRule, works: z.array(z.unknown()).check(z.maxLength(500)) }),
  },
  'except-tag': { from: 'page', shape: z.object({ rule: id, list: id, tag: z.string().check(z.maxLength(1000)) }) },
  'known-works': { from: 'page', shape: z.object({ url: address, ids: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(500)) }) },
  exclusions: {
    from: 'page',
    shape: z.object({
      matched: z.array(z.object({ rule: id, words: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100)) })).check(z.maxLength(500)),
    }),
  },
  'learn-tag': {
    from: 'page',
    shape: z.object({
      name: tagName,
      canonical: tagName,
      same: z.array(tagName).check(z.maxLength(2000)),
      below: z.array(tagName).check(z.maxLength(2000)),
      cut: z.boolean(),
      /** It was read in the heading of a listing, not on the page of the tag. */
      heading: z.optional(z.boolean()),
      /** Host that was asked; of what a page of an archive learns it is the page's own. */
      site: z.optional(host),
    }),
  },
  // The one page of a tag, asked for by the reader's press; from pages only for tags that a rule asks synonyms for.
  'look-up-tag': { from: 'page', shape: z.object({ name: tagName, site: z.optional(host) }) },
  'load-panel': { from: 'page', shape: z.object({}) },
  /** See src/page/lookout.ts. */
  'bring-scripts': { from: 'page', shape: z.object({}) },
  'page-counts': { from: 'page', shape: z.object({ folded: amount, hidden: amount }) },
  'open-options': { from: 'page', shape: z.object({ section: text, list: z.optional(id) }) },

  'get-sites': { from: 'own', shape: z.object({}) },
  // What software a site has is seen on pages of it that are open; else on its front page, which is asked for.
  'sniff-site': { from: 'own', shape: z.object({ host }) },
  'ask-front-page': { from: 'own', shape: z.object({ host }) },
  'add-site': { from: 'own', shape: z.object({ host }) },
  'remove-site': { from: 'own', shape: z.object({ host }) },
  'leave-site': { from: 'own', shape: z.object({ host }) },
  'get-known-tags': { from: 'own', shape: z.object({}) },
  'forget-tag': { from: 'own', shape: z.object({ name: tagName }) },
  'get-corrections': { from: 'own', shape: z.object({}) },
  'theme-examples': { from: 'own', shape: z.object({}) },
  'get-rules': { from: 'own', shape: z.object({}) },
  'get-lists': { from: 'own', shape: z.object({}) },
  'add-rules': { from: 'own', shape: z.object({ text, list: z.optional(id), keepUnreadable: z.optional(z.boolean()) }) },
  'import-rules': {
    from: 'own',
    shape: z.object({
      rules: z.array(storedRuleSchema),
      lists: z.array(ruleListSchema),
      lines: z.array(z.object({ list: id, text, at: z.optional(z.custom<Place[]>(isPlaces)) })),
    }),
  },
  // `was`: as the reader saw it; only what differs from that is changed.
  'change-rules': { from: 'own', shape: z.object({ changes: z.array(z.object({ rule: storedRuleSchema, was: storedRuleSchema })) }) },
  'remove-rules': { from: 'own', shape: z.object({ ids: z.array(id) }) },
  'remove-line': { from: 'own', shape: z.object({ list: id, text }) },
  // A line that could not be read, and what the reader has made of it.
  'mend-line': { from: 'own', shape: z.object({ list: id, text, mended: text }) },
  'put-list': { from: 'own', shape: z.object({ list: ruleListSchema, was: z.optional(ruleListSchema) }) },
  'remove-list': { from: 'own', shape: z.object({ id }) },
  undo: { from: 'own', shape: z.object({ token: id, only: z.optional(z.array(id).check(z.maxLength(1000))) }) },
  // `was`: the text that the editor was opened with, so that what came in since then is not taken for removed.
  'replace-list': { from: 'own', shape: z.object({ list: id, text, was: z.optional(text) }) },
  'get-history': { from: 'own', shape: z.object({}) },
  'get-changes': { from: 'own', shape: z.union([z.object({ token: id }), z.object({ copy: id })]) },
  'restore-copy': { from: 'own', shape: z.object({ copy: id, how: z.enum(['missing', 'exactly']) }) },
  'get-set-aside': { from: 'own', shape: z.object({}) },
  'forget-set-aside': { from: 'own', shape: z.object({}) },
  'export-rules': { from: 'own', shape: z.object({ list: z.optional(id) }) },
  ...exchangeRequests,
  ...activityRequests,
  'get-settings': { from: 'own', shape: z.object({}) },
  'set-setting': { from: 'own', shape: z.object({ name: id, value: json }) },
  'get-pause': { from: 'own', shape: z.object({ tab: z.number() }) },
  'set-pause': { from: 'own', shape: z.object({ tab: z.number(), what: z.enum(['tab', 'everywhere']), on: z.boolean() }) },
  'page-report': { from: 'own', shape: z.object({ tab: z.number() }) },
  'show-item': { from: 'own', shape: z.object({ tab: z.number(), item: z.number(), shown: z.boolean() }) },
  ...syncRequests,
} as const satisfies Record<string, { from: Sender; shape: z.ZodMiniType }>;

export type RequestName = keyof typeof requests;
export type RequestBody<Name extends RequestName> = z.infer<(typeof requests)[Name]['shape']>;

/** What the page asks to have judged: the shape above with works still of their own type. */
export type JudgeRequest = Omit<RequestBody<'judge'>, 'works'> & { works: Work[] };
export type WorkRequest = Omit<RequestBody<'judge-work'>, 'work'> & { work: Work };

/** Messages from the background to the content scripts of archive pages. */
export interface PageRequests {
  /** Something was done for the reader on this page, outside of it; with the token that takes it back. */
  said: { words: string; undo: string | null };
  'rules-changed': { revision: number };
  report: Record<never, never>;
  'show-item': { item: number; shown: boolean };
  /** A shortcut of the browser, about the item that the reader is at. */
  focused: { what: 'toggle' | 'add' };
  /** The reader has pressed "read from the page". */
  'stored-lists': Record<never, never>;
}

/** What the content script answers. */
export interface PageAnswers {
  said: void;
  'rules-changed': void;
  /** Null where nothing of ours looks at the page. */
  report: PageReport | null;
  'show-item': PageReport | null;
  /** Whether there was anything that it could mean. */
  focused: boolean;
  /** Keys and values of other blockers in the page's localStorage. */
  'stored-lists': StoredEntries;
}

/** The envelope in which every request is answered. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; detail: string } };
