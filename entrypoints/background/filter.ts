import type { Runtime } from 'webextension-polyfill';
import { siteAt } from '../../src/archives/index';
import type { Difference } from '../../src/domain/differences';
import type { Verdict } from '../../src/domain/verdict';
import type { Work } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import type { Judged, RequestBody, Settings } from '../../src/messages/table';
import type { Subscriptions } from '../../src/exchange/subscriptions/index';
import type { RuleSet } from '../../src/rules/compile';
import { judge, newBudget } from '../../src/rules/judge';
import type { Store } from '../../src/storage/index';
import { applyTo, compileAll, compilesAnew } from './own-list';
import type { KeptTags } from './kept-tags';
import { isPaused } from './paused';
import { contextOf, exempted, onPages, readSettings } from './settings';
import { isOpenReading } from './tabs';
import { pageWords } from './words';

/** The compiled rules in memory, and the judging of works by them. */
export class Filter {
  private compiled: Promise<{ set: RuleSet; revision: number }> | null = null;

  /** @param seen told of each batch that a reader sees */
  constructor(
    private readonly store: Store,
    private readonly tags: KeptTags,
    private readonly subscriptions: Subscriptions,
    private readonly seen: (archive: string, judged: readonly { work: Work; verdict: Verdict }[], settings: Settings) => void,
  ) {}

  handlers() {
    return {
      'page-started': async ({ url }: RequestBody<'page-started'>, sender: Runtime.MessageSender) => {
        // Compiling begins while the page still downloads; the answer does not wait for it.
        this.rules().catch(() => {});
        const [snapshot, paused, updates] = await Promise.all([this.store.load(), isPaused(sender.tab?.id), this.subscriptions.updates()]);
        const settings = readSettings(snapshot.settings);
        const on = !paused && !settings.sitesOff.includes(siteAt(new URL(url), snapshot.settings)?.id ?? '');
        return { on, ...onPages(settings), revision: snapshot.revision + updates, words: pageWords() };
      },
      judge: (body: RequestBody<'judge'>, sender: Runtime.MessageSender) => this.judge(body, isOpenReading(sender)),
    };
  }

  /** An edit was stored: small ones go into the compiled rules, large ones compile them anew at the next page. */
  update({ revision, differences }: { revision: number; differences: readonly Difference[] }): void {
    if (this.compiled === null || compilesAnew(differences)) return this.forget();
    const updated = this.compiled.then(({ set }) => ({ set: applyTo(set, differences), revision }));
    (this.compiled = updated).catch(() => this.compiled === updated && this.forget());
  }

  /** Compiles anew at the next page. */
  forget(): void {
    this.compiled = null;
  }

  private rules(): Promise<{ set: RuleSet; revision: number }> {
    this.compiled ??= compileAll(this.store, this.tags, this.subscriptions).catch((error: unknown) => {
      this.forget();
      throw error;
    });
    return this.compiled;
  }

  /** @param trace whether this device may take note of the works; not of a page that nobody sees yet */
  async judge({ url, page, own, works, prerendering }: RequestBody<'judge'>, trace: boolean): Promise<Judged> {
    const [{ set, revision }, { settings: stored }, updates] = await Promise.all([this.rules(), this.store.load(), this.subscriptions.updates()]);
    const settings = readSettings(stored);
    const context = { ...contextOf({ url, page, own }, stored), now: Date.now() };
    const budget = newBudget();
    const judged = works.map((value) => {
      const work = workSchema.safeParse(value).data;
      return work === undefined ? null : { work, verdict: judge(set, exempted(work, page, settings), context, budget) };
    });
    const known = judged.filter((one) => one !== null);
    if (trace && prerendering !== true) this.seen(context.archive, known, settings);
    return { revision: revision + updates, verdicts: judged.map((one) => one?.verdict ?? null) };
  }
}
