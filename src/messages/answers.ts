import type { ActivityAnswers } from './activity-table';
import type { ExchangeAnswers } from './exchange-table';
import type { Exclusions } from '../rules/exclusions';
import type { RuleList, StoredRule } from '../rules/rule';
import type { Difference } from '../domain/differences';
import type { HandedWords } from '../i18n';
import type { Look } from '../domain/look';
import type { Reveal, Verdict } from '../domain/verdict';
import type { SyncAnswers } from './sync-table';
import type { Correction } from '../rules/themes/corrections';
import type { Asked } from '../exchange/asking/ask-page';
import type { KnownTag } from '../rules/known-tags';
import type { ReadError } from '../rules/text/read-error';

/* What comes back for each request of table.ts. */

/** Everything that a page needs before its first item: whether to filter here at all, and how. */
export interface PageStart {
  on: boolean;
  /** Keep unjudged items covered when the filters do not answer. */
  keepCovered: boolean;
  /** Folded items in a row become one line. */
  gather: boolean;
  /** Words of the attribute `data-foldaway-look`. */
  look: string;
  revision: number;
  /** What the page says in the reader's language. */
  words: HandedWords;
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

export interface Settings extends Look {
  /** Folded items in a row become one line. */
  gather: boolean;
  /** The reader's own works, drafts and bookmarks are left alone; so is the history. */
  exemptOwn: boolean;
  exemptHistory: boolean;
  /** Links to works that are known to match carry a mark. */
  markKnown: boolean;
  /** What happened is kept on each device, see Activity. */
  keepActivity: boolean;
  /** Archive ids where the reader has switched the filter off. */
  sitesOff: string[];
  keepCovered: boolean;
  /** How much folds say whose rule and list leave it open. */
  reveal: Reveal;
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
  state: 'filtering' | 'off' | 'failed' | 'nothing-to-judge' | 'unknown-page';
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

/** A tag that a rule asks synonyms for, or that is known from such a time. */
export interface TagAnswer {
  name: string;
  /** Null while nothing is known of it. */
  known: KnownTag | null;
  /** A rule asks for it. */
  used: boolean;
}

/** What comes back for each request. */
export interface Answers extends ExchangeAnswers, SyncAnswers, ActivityAnswers {
  'page-started': PageStart;
  judge: Judged;
  'judge-work': WorkJudged;
  'read-this-time': null;
  'rule-from-page': Edited & { text: string };
  'take-back': Edited;
  /** Themes that the work is about, and all that there are. */
  'themes-of': { found: { theme: string; words: string[] }[]; all: string[] };
  'correct-theme': Edited;
  'get-corrections': Correction[];
  'theme-examples': { theme: string; examples: string[] }[];
  'preview-rule': { text: string; matches: number };
  'except-tag': Edited & { text: string };
  /** Those of the works that were folded or hidden when they were last judged. */
  'known-works': string[];
  exclusions: Exclusions;
  'learn-tag': null;
  'look-up-tag': Asked;
  /** Sites that the reader has added, and whether the browser lets Foldaway in on this device. */
  'get-sites': { host: string; permitted: boolean }[];
  'sniff-site': { open: string[] };
  'ask-front-page': Asked;
  'add-site': Edited;
  'remove-site': Edited;
  'leave-site': null;
  'get-known-tags': TagAnswer[];
  'forget-tag': null;
  'load-panel': null;
  'bring-scripts': null;
  'page-counts': null;
  'open-options': null;
  'get-rules': RulesAnswer;
  'get-lists': ListsAnswer;
  'add-rules': Added;
  'import-rules': Edited;
  'change-rules': Edited;
  'remove-rules': Edited;
  'remove-line': Edited;
  'mend-line': Edited;
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
