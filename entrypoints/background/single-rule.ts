import type { Work } from '../../src/domain/work';
import { compileRules } from '../../src/rules/compile';
import { judge, newBudget, type JudgeContext } from '../../src/rules/judge';
import type { Store } from '../../src/storage/index';
import type { KeptTags } from './kept-tags';
import { recogniserOf } from './themes';

/**
 * Tells of works whether one rule acts on them, whatever else is in force: with the synonyms that are known and with
 * themes as the reader has corrected them, as it would act once it is there.
 * @param id the rule's identity
 */
export async function actingAlone(store: Store, tags: KeptTags, id: string): Promise<(work: Work, context: Omit<JudgeContext, 'now'>) => boolean> {
  const [{ settings }, synonyms] = await Promise.all([store.load(), tags.synonyms()]);
  const set = compileRules([{ id }], [], { synonyms, recogniseThemes: recogniserOf(settings) });
  const budget = newBudget();
  const now = Date.now();
  return (work, context) => judge(set, work, { ...context, now }, budget).reasons.length > 0;
}
