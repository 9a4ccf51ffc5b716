import { siteAt } from '../../src/archives/index';
import type { PageKind } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import type { RequestBody } from '../../src/messages/table';
import { compileRules } from '../../src/rules/compile';
import { judgeAll } from '../../src/rules/judge';
import { printRule, toStored } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import { synonymsKnown } from './known-tags';
import { ruleFromPage } from './page-rule';
import { exempted, readSettings } from './settings';
import { recogniserOf } from './themes';

/** The rule as text, and how many works of the page it would act on, whatever else is in force. */
export async function previewRule(store: Store, { url, page, own, rule, works }: RequestBody<'preview-rule'>): Promise<{ text: string; matches: number }> {
  const made = ruleFromPage(rule, url);
  const [{ settings: stored }, synonyms] = await Promise.all([store.load(), synonymsKnown()]);
  const settings = readSettings(stored);
  const alone = compileRules([{ ...toStored(made), action: 'fold' }], [], { synonyms, recogniseThemes: recogniserOf(stored) });
  const archive = siteAt(new URL(url), stored)?.id ?? '';
  const context = { page: page as PageKind | null, own: own && settings.exemptOwn, archive, now: Date.now() };
  const readable = works.flatMap((work) => workSchema.safeParse(work).data ?? []).map((work) => exempted(work, page, settings));
  return { text: printRule(made), matches: judgeAll(alone, readable, context).filter(({ action }) => action === 'fold').length };
}
