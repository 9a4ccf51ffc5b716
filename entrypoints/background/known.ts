import { siteAt } from '../../src/archives/index';
import { browser } from '../../src/browser';
import type { Verdict } from '../../src/domain/verdict';
import type { Work } from '../../src/domain/work';
import type { RequestBody } from '../../src/messages/table';
import { queue, type Store } from '../../src/storage/index';
import { readSettings } from './settings';

const KEY = 'known-works';
/** Enough for months of browsing; the oldest are forgotten first. */
const MOST = 5000;

/**
 * Works that a rule folded or hid when they were last judged, so that bare links to them can be marked without asking
 * the archive. Kept on this device only, and forgotten when a rule is changed or removed, since it may have been the one.
 */
export class KnownWorks {
  private loaded: Promise<Set<string>> | null = null;
  /** What is learnt from a page must not bring back what an edit has made unsure meanwhile. */
  private readonly inTurn = queue();

  constructor(private readonly store: Store) {
    store.onChange(({ differences }) => {
      if (differences.some((one) => one.kind !== 'rule' || one.before !== null)) void this.forget();
    });
  }

  /** Takes in what was judged; a work that is shown is no longer known. */
  learn(archive: string, judged: readonly { work: Work; verdict: Verdict }[]): Promise<void> {
    return this.inTurn(async () => {
      const known = new Set(await this.all());
      let changed = false;
      for (const { work, verdict } of judged) {
        if (work.subject !== 'work' || work.id === null) continue;
        const key = `${archive}/${work.id}`;
        const away = verdict.action === 'fold' || verdict.action === 'hide';
        if (away === known.has(key)) continue;
        changed = true;
        if (away) known.add(key);
        else known.delete(key);
      }
      if (changed) await this.keep([...known].slice(-MOST));
    });
  }

  handlers() {
    return {
      'known-works': async ({ url, ids }: RequestBody<'known-works'>): Promise<string[]> => {
        const stored = (await this.store.load()).settings;
        const [settings, archive] = [readSettings(stored), siteAt(new URL(url), stored)?.id ?? ''];
        if (!settings.markKnown || settings.sitesOff.includes(archive)) return [];
        const known = await this.all();
        return ids.filter((id) => known.has(`${archive}/${id}`));
      },
    };
  }

  private all(): Promise<Set<string>> {
    this.loaded ??= browser.storage.local.get(KEY).then(
      ({ [KEY]: kept }) => new Set(typeof kept === 'string' && kept !== '' ? kept.split(' ') : []),
      (error: unknown) => {
        this.loaded = null;
        throw error;
      },
    );
    return this.loaded;
  }

  private async keep(keys: string[]): Promise<void> {
    this.loaded = Promise.resolve(new Set(keys));
    await browser.storage.local.set({ [KEY]: keys.join(' ') });
  }

  /** Any of them may be shown now. */
  forget(): Promise<void> {
    return this.inTurn(() => this.keep([]));
  }
}
