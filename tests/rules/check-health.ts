import type { RuleSet } from '../../src/rules/compile';
import { checkHealthInSlices, type Finding, type MatchCounts } from '../../src/rules/health';

/** The findings about all rules, without a stop. */
export function checkHealth(set: RuleSet, now: number, counts?: MatchCounts): Finding[] {
  const check = checkHealthInSlices(set, now, counts);
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
  }
}
