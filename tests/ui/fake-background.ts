import { vi } from 'vitest';
import { isCorrection, listCorrections } from '../../src/rules/themes/corrections';
import { USUAL_LOOK } from '../../src/domain/look';
import type { Verdict } from '../../src/domain/verdict';
import { browser } from '../../src/browser';
import { Refusal } from '../../src/messages/answer';
import { stores } from '../../src/sync/stores/index';
import type {
  ActivityAnswer,
  Added,
  Answers,
  Edited,
  HistoryAnswer,
  MatchesAnswer,
  PageReport,
  PauseAnswer,
  RequestBody,
  RequestName,
  RuleFacts,
  RulesAnswer,
  Settings,
  TagAnswer,
} from '../../src/messages/table';
import type { RuleList, StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import type { StoredLists, SubscriptionAnswer } from '../../src/messages/exchange-table';
import type { SyncAnswer } from '../../src/messages/table';
import { getMessage } from '../fake-extension';
import { settingsWith } from './fake-settings';

/** What the list at every address says about itself. */
const facts = { name: 'Shared list', author: 'somebody', home: null, version: '7', licence: 'CC0', expires: null, rules: 1200, shows: 2, unreadable: [] };

interface Origins {
  origins?: string[];
}
const isFiles = ({ origins }: Origins): boolean => origins?.some((one) => one.startsWith('file:')) === true;

type Handler = (body: never) => unknown;

/** A background that keeps rules and settings in memory, undoes, and remembers what it was asked. */
export class FakeBackground {
  rules: StoredRule[] = [];
  lists: RuleList[] = [{ id: 'mine', name: '', on: true }];
  lines: RulesAnswer['lines'] = [];
  /** What the reader said of tags and themes, as settings. */
  corrections: Record<string, string> = {};
  trouble: RulesAnswer['trouble'] = [];
  settings: Settings = {
    sitesOff: [],
    keepCovered: false,
    gather: false,
    exemptOwn: true,
    exemptHistory: true,
    markKnown: true,
    keepActivity: true,
    reveal: 'full',
    ...USUAL_LOOK,
  };
  report: PageReport | null = null;
  facts: RuleFacts = { since: Date.now(), last: {}, hits: {}, edited: {} };
  activity: ActivityAnswer = { since: Date.now(), today: 20_000, days: [], rules: [], otherRules: 0, folded: [], seen: 0 };
  matches: MatchesAnswer = { matches: 0, of: 0, titles: [] };
  names: Answers['seen-names'] = {};
  seen: NonNullable<Answers['seen-work']>[] = [];
  verdicts: Verdict[] = [];
  subscriptions: SubscriptionAnswer[] = [];
  sync: SyncAnswer = {
    stores: [],
    offers: stores.map(({ offer }) => offer),
    needsYou: false,
    aside: false,
    devices: 0,
    held: [],
    conflicts: [],
    outcomes: [],
    renamed: null,
    known: [],
  };
  stored: StoredLists = { pages: 0, found: [] };
  pause: PauseAnswer = { tab: false, until: 0 };
  tags: TagAnswer[] = [];
  /** What an archive answers about tags by their name; it knows no others. */
  asked: Record<string, Answers['look-up-tag']> = {};
  sites: Answers['get-sites'] = [];
  openPages: string[] = [];
  front: Answers['ask-front-page'] | null = null;
  /** Set to refuse the request of that name. */
  refuse: { name: RequestName; code: string } | null = null;
  /** What a request for a permission comes to; browsers also refuse by an error. */
  permits: boolean | 'fails' = true;
  /** Whether the browser lets us read the archives, and what else it lets us reach. */
  granted = true;
  origins: string[] = [];
  /** Origins that it does not let us reach until it is asked, and those of them that something else needs as well. */
  denied = new Set<string>();
  needed = new Set<string>();
  commands: { name: string; shortcut: string }[] = [];
  /** The browser's switch for files, and what the reader has allowed. */
  files = { switched: false, granted: false };
  /** Verdicts by the title of the work, whatever its place. */
  verdictsByTitle: Record<string, Verdict> = {};
  /** Themes of the works, in the order in which they are asked for. */
  themes: string[][] = [];
  sent: { name: string; body: unknown }[] = [];
  /** Requests that are answered by the background itself instead. */
  real: Partial<Record<RequestName, Handler>> = {};
  history: HistoryAnswer = { steps: [], copies: [], trash: [] };
  private past: {
    corrections: Record<string, string>;
    lists: RuleList[];
    rules: StoredRule[];
    lines: RulesAnswer['lines'];
    settings: Settings;
    sites: Answers['get-sites'];
  }[] = [];

  private readonly handlers: Partial<Record<RequestName, Handler>> = {
    'get-rules': () => ({ rules: this.rules, lists: this.lists, lines: this.lines, revision: this.past.length, trouble: this.trouble }) satisfies RulesAnswer,
    'add-rules': ({ text, list = 'mine' }: { text: string; list?: string }) => this.addRules(text, list),
    'import-rules': ({ rules, lists, lines }: { rules: StoredRule[]; lists: RuleList[]; lines: { list: string; text: string }[] }) =>
      this.edit(() => {
        this.rules = [...this.rules, ...rules];
        this.lists = [...this.lists, ...lists];
        this.lines = [...this.lines, ...lines.flatMap((line) => unreadable(line))];
      }),
    'themes-of': () => ({ found: (this.themes.shift() ?? []).map((theme) => ({ theme, words: [] })), all: [] }),
    judge: ({ works }: { works: unknown[] }) => ({
      revision: 0,
      verdicts: works.map((work, index) => this.verdictsByTitle[(work as { title: string | null }).title ?? ''] ?? this.verdicts[index] ?? null),
    }),
    'change-rules': ({ changes }: { changes: { rule: StoredRule; was: StoredRule }[] }) =>
      this.edit(() => (this.rules = this.rules.map((old) => changes.find(({ was }) => was.id === old.id)?.rule ?? old))),
    'remove-rules': ({ ids }: { ids: string[] }) => this.edit(() => (this.rules = this.rules.filter(({ id }) => !ids.includes(id)))),
    'remove-line': ({ text }: { text: string }) => this.edit(() => (this.lines = this.lines.filter((line) => line.text !== text))),
    'mend-line': ({ list, text, mended }: { list: string; text: string; mended: string }) =>
      this.edit(() => {
        this.lines = this.lines.filter((line) => line.text !== text);
        this.rules = [...this.rules, ...this.read(mended, list)];
      }),
    undo: ({ token }: { token: string }) => this.edit(() => void Object.assign(this, structuredClone(this.past[Number(token)]))),
    'put-list': ({ list }: { list: RuleList }) => this.edit(() => (this.lists = [...this.lists.filter(({ id }) => id !== list.id), list])),
    'remove-list': ({ id }: { id: string }) =>
      this.edit(() => {
        this.lists = this.lists.filter((list) => list.id !== id);
        this.rules = this.rules.filter((rule) => rule.list !== id);
      }),
    'replace-list': ({ text }: { text: string }) => this.edit(() => (this.rules = this.read(text, 'mine'))),
    'get-rule-facts': () => this.facts,
    'get-activity': () => this.activity,
    'forget-activity': () => this.edit(() => (this.activity = { ...this.activity, days: [], rules: [], folded: [], seen: 0 })),
    'show-work': ({ id }: { id: string }) => this.addRules(`show work: https://archiveofourown.org/works/${id}`, 'mine'),
    'count-matches': () => this.matches,
    'seen-names': () => this.names,
    'seen-work': ({ address }: { address: string }) => this.seen.find(({ work }) => work.url === address) ?? null,
    'get-subscriptions': () => this.subscriptions,
    'preview-subscription': ({ address }: { address: string }) => ({ address, facts, rules: [{ id: 'tag: "Tea"' }] }),
    subscribe: ({ address }: { address: string }) =>
      this.edit(() => {
        const status = { kind: 'fresh' as const, days: 0, trouble: null };
        this.subscriptions = [
          ...this.subscriptions,
          { choice: { id: 'sub-1', address, on: true }, name: facts.name, facts, status, update: null, permitted: true },
        ];
      }),
    'change-subscription': () => this.edit(() => undefined),
    'sync-status': () => this.sync,
    'sync-forget': () => this.edit(() => undefined),
    'sync-settle-conflict': () => ({ undo: '' }),
    'stored-lists': () => this.stored,
    'get-history': () => this.history,
    'get-changes': () => ({
      changes: [
        { kind: 'rule', id: 'tag: "Tea"', before: null, after: { action: 'hide' } },
        { kind: 'setting', id: 'theme-clean:vomit:word vomit', before: {}, after: { value: 'Word Vomit' } },
      ],
      all: 2,
    }),
    'restore-copy': () => this.edit(() => undefined),
    'export-rules': () => ({ text: this.rules.map(({ id }) => `fold ${id}`).join('\n') }),
    'get-lists': () => ({ lists: this.lists, needLook: this.lines.length + this.trouble.length }),
    'get-corrections': () => listCorrections(Object.entries(this.corrections)),
    'theme-examples': () => [{ theme: 'vomit', examples: ['Vomiting', 'Emetophobia', 'Throwing Up'] }],
    'get-pause': () => this.pause,
    'set-pause': ({ what, on }: { what: 'tab' | 'everywhere'; on: boolean }) => {
      this.pause = what === 'tab' ? { ...this.pause, tab: on } : { ...this.pause, until: on ? Date.UTC(2031, 0, 1, 12) : 0 };
      return this.pause;
    },
    'get-known-tags': () => this.tags,
    'look-up-tag': ({ name }: { name: string }) => this.asked[name] ?? { ok: false, trouble: 'unknown', detail: '404' },
    'learn-tag': ({ name, ...seen }: RequestBody<'learn-tag'>) => {
      const known = { ...seen, name, day: Math.floor(Date.now() / 86_400_000), site: 'archiveofourown.org', met: [] };
      this.tags = [...this.tags.filter((tag) => tag.name !== name), { name, known, used: true }];
      return null;
    },
    'forget-tag': ({ name }: { name: string }) => {
      this.tags = this.tags.filter((tag) => tag.name !== name);
      return null;
    },
    'get-sites': () => this.sites,
    'sniff-site': () => ({ open: this.openPages }),
    'ask-front-page': () => this.front ?? { ok: false, trouble: 'offline', detail: '' },
    'add-site': ({ host }: { host: string }) => this.edit(() => (this.sites = [...this.sites, { host, permitted: true }])),
    'remove-site': ({ host }: { host: string }) => this.edit(() => (this.sites = this.sites.filter((site) => site.host !== host))),
    'leave-site': ({ host }: { host: string }) => {
      if (!this.needed.has(host)) this.denied.add(`https://${host}/*`);
      return null;
    },
    'get-settings': () => this.settings,
    'set-setting': ({ name, value }: { name: string; value: unknown }) => this.edit(() => this.set(name, value)),
    'page-report': () => this.report,
    'show-item': ({ item, shown }: { item: number; shown: boolean }) => {
      const found = this.report?.items.find((one) => one.item === item);
      if (found !== undefined) found.shown = shown;
      return this.report;
    },
  };

  /** Puts itself in the place of the browser's extension API. */
  install(): void {
    const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });
    define(browser.runtime, 'id', 'test');
    define(browser.runtime, 'getURL', (path: string) => `chrome-extension://test${path}`);
    define(browser.runtime, 'getManifest', () => ({ version: '1.2.3' }));
    define(browser.runtime, 'sendMessage', async (message: { name: RequestName; body: never }) => this.answer(message));
    define(browser.tabs, 'query', async () => [{ id: 7 }]);
    define(browser.tabs, 'reload', vi.fn());
    define(browser, 'permissions', {
      request: async (asked: Origins) => {
        if (this.permits === 'fails') throw new Error('This permission cannot be asked for');
        return this.grant(asked, this.permits);
      },
      contains: async (asked: Origins) => (isFiles(asked) ? this.files : this).granted && asked.origins?.some((one) => this.denied.has(one)) !== true,
      getAll: async () => ({ origins: this.origins }),
      remove: async (asked: Origins) => {
        if (isFiles(asked)) this.files.granted = false;
        return true;
      },
    });
    define(browser, 'extension', { isAllowedFileSchemeAccess: async () => this.files.switched });
    define(browser, 'commands', { getAll: async () => this.commands });
    define(browser.i18n, 'getMessage', getMessage);
    define(browser.i18n, 'getUILanguage', () => 'en');
  }

  private grant(asked: Origins, granted: boolean): boolean {
    (isFiles(asked) ? this.files : this).granted = granted;
    if (granted) for (const origin of asked.origins ?? []) this.denied.delete(origin);
    return granted;
  }

  private async answer({ name, body }: { name: RequestName; body: never }): Promise<unknown> {
    this.sent.push({ name, body });
    if (this.refuse?.name === name) return { ok: false, error: { code: this.refuse.code, detail: '' } };
    try {
      const value = structuredClone(await (this.real[name] ?? this.handlers[name])?.(body)) as Answers[RequestName];
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error: { code: error.code, detail: error.message } };
    }
  }

  private edit(change: () => void): Edited {
    this.past.push(
      structuredClone({ corrections: this.corrections, lists: this.lists, rules: this.rules, lines: this.lines, settings: this.settings, sites: this.sites }),
    );
    change();
    return { revision: this.past.length, undo: String(this.past.length - 1) };
  }

  private addRules(text: string, list: string): Added {
    const added = this.read(text, list);
    return { ...this.edit(() => (this.rules = [...this.rules, ...added])), ids: added.map(({ id }) => id), unreadable: [] };
  }

  private read(text: string, list: string): StoredRule[] {
    return text.split('\n').flatMap((line) => {
      const read = parseRule(line);
      return read.ok ? [toStored({ ...read.rule, list })] : [];
    });
  }

  private set(name: string, value: unknown): void {
    this.settings = settingsWith(this.settings, name, value);
    if (isCorrection(name)) this.corrections = Object.fromEntries(Object.entries(this.corrections).filter(([other]) => other !== name));
  }
}

/** What is kept as written and means something once it is mended; a comment is kept too, and never does. */
function unreadable({ list, text }: { list: string; text: string }): RulesAnswer['lines'] {
  const read = parseRule(text);
  if (text.startsWith('#')) return [];
  return read.ok ? [] : [{ list, text, error: read.error }];
}
