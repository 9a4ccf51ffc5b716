import * as z from 'zod/mini';
import { ruleListSchema, storedRuleSchema } from '../rules/rule-schema';
import type { RuleList, StoredRule } from '../rules/rule';
import type { Difference } from '../domain/differences';
import type { Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import type { ReadError } from '../rules/text/read-error';

/*
 * Every message that the extension's parts send to the background: who may send it, what it carries, what comes
 * back. A message that is not in this table, or not of its shape, is refused.
 */

const text = z.string().check(z.maxLength(2_000_000));
const id = z.string().check(z.maxLength(20_000));
const json = z.json();
const address = z.string().check(z.maxLength(4000));
const amount = z.number().check(z.nonnegative());

/** `page` = the content script on an archive; `own` = the popup, the options and other pages of the extension. */
export type Sender = 'page' | 'own';

/** A condition as chosen on a page: names as the page spells them, codes, numbers such as `<1000`. */
const choice = z.object({
  field: z.enum(['fandom', 'relationship', 'character', 'freeform', 'tag', 'series', 'creator', 'work', 'summary', 'rating', 'warning', 'category', 'language', 'complete', 'theme', 'words']),
  values: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(200)),
  /** Account numbers, where the page has them, in the order of the values. */
  ids: z.optional(z.array(z.nullable(z.string().check(z.regex(/^\d{1,15}$/))))),
});
const choices = z.array(choice).check(z.maxLength(20));
const pageRule = z.object({
  action: z.enum(['show', 'highlight', 'note', 'fold', 'hide']),
  when: choices,
  unless: choices,
  strict: z.optional(z.boolean()),
});
/** A rule made on a page by choosing. */
export type PageRule = z.infer<typeof pageRule>;

export const requests = {
  'page-started': { from: 'page', shape: z.object({ url: address }) },
  judge: {
    from: 'page',
    shape: z.object({ url: address, page: z.nullable(z.string()), own: z.boolean(), works: z.array(z.unknown()).check(z.maxLength(500)), prerendering: z.optional(z.boolean()) }),
  },
  'judge-work': { from: 'page', shape: z.object({ url: address, own: z.boolean(), work: z.unknown(), prerendering: z.optional(z.boolean()) }) },
  'read-this-time': { from: 'page', shape: z.object({ url: address, work: z.nullable(z.string().check(z.maxLength(100))) }) },
  'rule-from-page': { from: 'page', shape: z.object({ url: address, rule: pageRule }) },
  'themes-of': { from: 'page', shape: z.object({ work: z.unknown() }) },
  'preview-rule': {
    from: 'page',
    shape: z.object({ url: address, page: z.nullable(z.string()), own: z.boolean(), rule: pageRule, works: z.array(z.unknown()).check(z.maxLength(500)) }),
  },
  'except-tag': { from: 'page', shape: z.object({ rule: id, list: id, tag: z.string().check(z.maxLength(1000)) }) },
  'known-works': { from: 'page', shape: z.object({ url: address, ids: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(500)) }) },
  'load-panel': { from: 'page', shape: z.object({}) },
  'page-counts': { from: 'page', shape: z.object({ folded: amount, hidden: amount }) },
  'open-options': { from: 'page', shape: z.object({ section: z.string().check(z.maxLength(60_000)) }) },

  'get-rules': { from: 'own', shape: z.object({}) },
  'get-lists': { from: 'own', shape: z.object({}) },
  'add-rules': { from: 'own', shape: z.object({ text, list: z.optional(id), keepUnreadable: z.optional(z.boolean()) }) },
  'import-rules': {
    from: 'own',
    shape: z.object({ rules: z.array(storedRuleSchema), lists: z.array(ruleListSchema), lines: z.array(z.object({ list: id, text })) }),
  },
  'change-rule': { from: 'own', shape: z.object({ id, rule: storedRuleSchema }) },
  'change-rules': { from: 'own', shape: z.object({ changes: z.array(z.object({ id, rule: storedRuleSchema })) }) },
  'remove-rules': { from: 'own', shape: z.object({ ids: z.array(id) }) },
  'remove-line': { from: 'own', shape: z.object({ list: id, text }) },
  'put-list': { from: 'own', shape: z.object({ list: ruleListSchema }) },
  'remove-list': { from: 'own', shape: z.object({ id }) },
  // Tokens are random and only given to whoever made the edit.
  undo: { from: 'page', shape: z.object({ token: id }) },
  'replace-list': { from: 'own', shape: z.object({ list: id, text }) },
  'get-history': { from: 'own', shape: z.object({}) },
  'get-changes': { from: 'own', shape: z.union([z.object({ token: id }), z.object({ copy: id })]) },
  'restore-copy': { from: 'own', shape: z.object({ copy: id, how: z.enum(['missing', 'exactly']) }) },
  'get-set-aside': { from: 'own', shape: z.object({}) },
  'forget-set-aside': { from: 'own', shape: z.object({}) },
  'export-rules': { from: 'own', shape: z.object({ list: z.optional(id) }) },
  'get-settings': { from: 'own', shape: z.object({}) },
  'set-setting': { from: 'own', shape: z.object({ name: id, value: json }) },
  'get-pause': { from: 'own', shape: z.object({ tab: z.number() }) },
  'set-pause': { from: 'own', shape: z.object({ tab: z.number(), what: z.enum(['tab', 'everywhere']), on: z.boolean() }) },
  'page-report': { from: 'own', shape: z.object({ tab: z.number() }) },
  'show-item': { from: 'own', shape: z.object({ tab: z.number(), item: z.number(), shown: z.boolean() }) },
} as const satisfies Record<string, { from: Sender; shape: z.ZodMiniType }>;

export type RequestName = keyof typeof requests;
export type RequestBody<Name extends RequestName> = z.infer<(typeof requests)[Name]['shape']>;

/** What the page asks to have judged: the shape above with works still of their own type. */
export type JudgeRequest = Omit<RequestBody<'judge'>, 'works' | 'page'> & { works: Work[]; page: string | null };
export type WorkRequest = Omit<RequestBody<'judge-work'>, 'work'> & { work: Work };

/** Everything that a page needs before its first item: whether to filter here at all, and how. */
export interface PageStart {
  on: boolean;
  /** Keep unjudged items covered when the filters do not answer. */
  keepCovered: boolean;
  /** Folded items in a row become one line. */
  gather: boolean;
  revision: number;
}

/** A verdict per work, in their order; null where the work was not of the agreed shape. */
export interface Judged {
  revision: number;
  verdicts: (Verdict | null)[];
}

/** The verdict on the page of a work; `reading`: the reader has chosen to read it in this session of the browser. */
export interface WorkJudged {
  revision: number;
  verdict: Verdict | null;
  reading: boolean;
}

export interface Settings {
  /** Folded items in a row become one line. */
  gather: boolean;
  /** The reader's own works, drafts and bookmarks are left alone; so is the history. */
  exemptOwn: boolean;
  exemptHistory: boolean;
  /** Links to works that are known to match carry a mark. */
  markKnown: boolean;
  /** Archive ids where the reader has switched the filter off. */
  sitesOff: string[];
  keepCovered: boolean;
}

export interface RulesAnswer {
  rules: StoredRule[];
  lists: RuleList[];
  /** Lines that could not be read, kept as written. */
  lines: { list: string; text: string; error: ReadError }[];
  revision: number;
  /** Parts of the stored data that could not be read and were set aside, as codes. */
  trouble: { code: string; detail: string }[];
}

/** What the popup needs of the rules, which may be thousands. */
export interface ListsAnswer {
  lists: RuleList[];
  /** Lines that cannot be read, and parts of the data that were set aside. */
  needLook: number;
}

/** An edit that was stored: what it changed and the token that takes it back. */
export interface Edited {
  revision: number;
  undo: string;
}

export interface Added extends Edited {
  /** Ids of the rules, new or there already. */
  ids: string[];
  /** Lines that could not be read; they are kept in the list as written when `kept`. */
  unreadable: { line: number; text: string; error: ReadError }[];
}

/** What happened on one page, told by its content script. */
export interface PageReport {
  archive: string;
  archiveName: string;
  state: 'filtering' | 'off' | 'failed' | 'nothing-to-judge';
  judged: number;
  folded: number;
  hidden: number;
  items: ReportedItem[];
  unreadable: { code: string; text: string }[];
  /** Free tags or warnings are not in the page because of the reader's preferences on the archive. */
  withheld: ('warnings' | 'freeforms')[];
  /** Where the archive's preferences are. */
  preferences: string | null;
}

export interface ReportedItem {
  /** Number of the item on its page, for `show-item`. */
  item: number;
  title: string | null;
  url: string | null;
  verdict: Verdict;
  shown: boolean;
}

/** What was done, what was kept, and what was removed; all newest first. Times in milliseconds since 1970. */
export interface HistoryAnswer {
  /** `label` says what made the step: `edit`, `import`, `merge`, `undo`, `restore` ... */
  steps: { token: string; at: number; label: string; changes: number }[];
  copies: { id: string; at: number; reason: string; rules: number }[];
  /** `day` counts from 1970. */
  trash: { rule: StoredRule; day: number; device: string }[];
}

/** Where the reader wants to see everything for a while. */
export interface PauseAnswer {
  tab: boolean;
  /** Everywhere until then, in milliseconds since 1970; 0 = not. */
  until: number;
}

/** What comes back for each request. */
export interface Answers {
  'page-started': PageStart;
  judge: Judged;
  'judge-work': WorkJudged;
  'read-this-time': null;
  'rule-from-page': Edited & { text: string };
  'themes-of': string[];
  'preview-rule': { text: string; matches: number };
  'except-tag': Edited & { text: string };
  /** Those of the works that were folded or hidden when they were last judged. */
  'known-works': string[];
  'load-panel': null;
  'page-counts': null;
  'open-options': null;
  'get-rules': RulesAnswer;
  'get-lists': ListsAnswer;
  'add-rules': Added;
  'import-rules': Edited;
  'change-rule': Edited;
  'change-rules': Edited;
  'remove-rules': Edited;
  'remove-line': Edited;
  'put-list': Edited;
  'remove-list': Edited;
  undo: Edited;
  'replace-list': Edited;
  'get-history': HistoryAnswer;
  'get-changes': { changes: Difference[]; all: number };
  'restore-copy': Edited;
  'get-set-aside': { text: string };
  'forget-set-aside': null;
  'export-rules': { text: string };
  'get-settings': Settings;
  'set-setting': Edited;
  'get-pause': PauseAnswer;
  'set-pause': PauseAnswer;
  'page-report': PageReport | null;
  'show-item': PageReport | null;
}

/** Messages from the background to the content scripts of archive pages. */
export interface PageRequests {
  /** Something was done for the reader on this page, outside of it; with the token that takes it back. */
  said: { words: string; undo: string | null };
  'rules-changed': { revision: number };
  report: Record<never, never>;
  'show-item': { item: number; shown: boolean };
}

/** What the content script answers. */
export interface PageAnswers {
  said: void;
  'rules-changed': void;
  report: PageReport;
  'show-item': PageReport;
}

/** The envelope in which every request is answered. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; detail: string } };
