import type { Verdict } from '../../src/domain/verdict';
import type { Work } from '../../src/domain/work';
import type { RuleSet } from '../../src/rules/compile';
import { judge, newBudget, type JudgeContext } from '../../src/rules/judge';

/** The verdicts on the works of one page, in their order, as the background judges them: expressions share one budget. */
export function judgeAll(set: RuleSet, works: readonly Work[], context: JudgeContext, budget = newBudget()): Verdict[] {
  return works.map((work) => judge(set, work, context, budget));
}
