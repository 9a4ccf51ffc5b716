import { workSchema } from '../../src/domain/work-schema';
import type { RequestBody } from '../../src/messages/table';
import { printRule } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import type { KeptTags } from './kept-tags';
import { ruleFromPage } from './page-rule';
import { contextOf, exempted, readSettings } from './settings';
import { actingAlone } from './single-rule';

/** The rule as text, and how many works of the page it would act on, whatever else is in force. */
export async function previewRule(
  store: Store,
  tags: KeptTags,
  { url, page, own, rule, works }: RequestBody<'preview-rule'>,
): Promise<{ text: string; matches: number }> {
  const made = ruleFromPage(rule, url);
  const { settings: stored } = await store.load();
  const settings = readSettings(stored);
  const context = contextOf({ url, page, own }, stored);
  const acts = await actingAlone(store, tags, made.id);
  const readable = works.flatMap((work) => workSchema.safeParse(work).data ?? []).map((work) => exempted(work, page, settings));
  return { text: printRule(made), matches: readable.filter((work) => acts(work, context)).length };
}
