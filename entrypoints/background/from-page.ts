import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody, WorkJudged } from '../../src/messages/table';
import { printRule, toStored } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import type { Filter } from './filter';
import { ruleFromPage } from './page-rule';
import { archiveOf } from './settings';
import { isOpenReading } from './tabs';

/** Works that the reader has chosen to read, until the browser is closed: archive and number. Pages cannot read it. */
const READING = 'reading';
const MOST_READ = 1000;

async function readingNow(): Promise<string[]> {
  const kept: unknown = (await browser.storage.session.get(READING))[READING];
  return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [];
}

const keyOf = (archive: string, url: string, work: string | null): string => `${archive}/${work ?? new URL(url).pathname.slice(0, 1000)}`;

/** What readers do on the pages of archives. */
export function fromPageHandlers(store: Store, filter: Filter) {
  const archiveAt = async (url: string): Promise<string> => archiveOf(url, (await store.load()).settings);
  return {
    'judge-work': async ({ url, own, work, prerendering }: RequestBody<'judge-work'>, sender: Runtime.MessageSender): Promise<WorkJudged> => {
      const { revision, verdicts } = await filter.judge(
        { url, page: 'work', own, works: [work], ...(prerendering === true && { prerendering }) },
        isOpenReading(sender),
      );
      const { id } = work as { id?: unknown };
      const reading = (await readingNow()).includes(keyOf(await archiveAt(url), url, typeof id === 'string' ? id : null));
      return { revision, verdict: verdicts[0] ?? null, reading };
    },
    'read-this-time': async ({ url, work }: RequestBody<'read-this-time'>) => {
      const keys = new Set(await readingNow()).add(keyOf(await archiveAt(url), url, work));
      await browser.storage.session.set({ [READING]: [...keys].slice(-MOST_READ) });
      return null;
    },
    /** A page takes back what was done on a page, and nothing else, whatever token it names. */
    'take-back': async ({ token }: RequestBody<'take-back'>) => {
      const step = (await store.steps()).find((one) => one.token === token);
      if (step?.label !== 'page') throw new Refusal('gone');
      return store.undo(token);
    },
    'rule-from-page': async ({ url, rule }: RequestBody<'rule-from-page'>) => {
      const made = ruleFromPage(rule, url);
      return { ...(await store.edit([{ op: 'put-rule', rule: toStored(made) }], 'page')), text: printRule(made) };
    },
  };
}
