import type { Runtime } from 'webextension-polyfill';
import { archiveAt } from '../../src/archives/index';
import type { PageKind } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import type { Judged, RequestBody } from '../../src/messages/table';
import { text } from '../../src/i18n';
import { compileRules, type RuleSet } from '../../src/rules/compile';
import { judge } from '../../src/rules/judge';
import { DEFAULT_LIST, type RuleList, type StoredRule } from '../../src/rules/rule';
import type { Difference, Store } from '../../src/storage/index';
import { isPaused } from './pause';
import { readSettings } from './settings';

/** The compiled rules in memory, and the judging of works by them. */
export class Filter {
  private compiled: Promise<{ set: RuleSet; revision: number }> | null = null;

  constructor(private readonly store: Store) {}

  handlers() {
    return {
      'page-started': async ({ url }: RequestBody<'page-started'>, sender: Runtime.MessageSender) => {
        // Compiling begins while the page still downloads; the answer does not wait for it.
        void this.rules();
        const [snapshot, paused] = await Promise.all([this.store.load(), isPaused(sender.tab?.id)]);
        const settings = readSettings(snapshot.settings);
        return { on: !paused && !settings.sitesOff.includes(archiveAt(new URL(url))?.id ?? ''), keepCovered: settings.keepCovered, gather: settings.gather, revision: snapshot.revision };
      },
      judge: (body: RequestBody<'judge'>) => this.judge(body),
    };
  }

  /** An edit was stored: small ones go into the compiled rules, large ones compile them anew at the next page. */
  update({ revision, differences }: { revision: number; differences: readonly Difference[] }): void {
    if (this.compiled === null) return;
    if (differences.length > 200 || differences.some((one) => 'kind' in one && one.kind === 'list')) {
      this.compiled = null;
      return;
    }
    this.compiled = this.compiled.then(({ set }) => {
      for (const one of differences) {
        if ('setting' in one || one.kind !== 'rule') continue;
        if (one.after === null) set.remove(one.id);
        else set.put({ ...one.after, id: one.id } as StoredRule);
      }
      return { set, revision };
    });
  }

  private rules(): Promise<{ set: RuleSet; revision: number }> {
    this.compiled ??= this.store.load().then(
      ({ rules, lists, revision }) => ({ set: compileRules(rules, withOwnList(lists)), revision }),
      (error: unknown) => {
        this.compiled = null;
        throw error;
      },
    );
    return this.compiled;
  }

  async judge({ url, page, own, works }: RequestBody<'judge'>): Promise<Judged> {
    const { set, revision } = await this.rules();
    const context = { page: page as PageKind | null, own, archive: archiveAt(new URL(url))?.id ?? '', now: Date.now() };
    const verdicts = works.map((value) => {
      const parsed = workSchema.safeParse(value);
      return parsed.success ? judge(set, parsed.data, context) : null;
    });
    return { revision, verdicts };
  }
}

/** The list of rules that name none exists without being stored; its name is ours to translate. */
function withOwnList(lists: readonly RuleList[]): RuleList[] {
  return lists.some(({ id }) => id === DEFAULT_LIST) ? [...lists] : [{ id: DEFAULT_LIST, name: text('list_mine'), on: true }, ...lists];
}
