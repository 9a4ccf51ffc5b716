import type { Verdict } from '../../src/domain/verdict';
import { emptyWork, type Work } from '../../src/domain/work';
import { compileRules, type RuleSet } from '../../src/rules/compile';
import { judge, type JudgeContext } from '../../src/rules/judge';
import type { Rule, RuleList, StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';

export const CONTEXT: JudgeContext = { page: 'listing', archive: 'ao3', now: Date.UTC(2026, 10, 21, 12) };

export function aWork(stated: Partial<Work> = {}): Work {
  return { ...emptyWork('work'), subject: 'work', ...stated };
}

export const aCreator = (login: string | null, pseud: string | null = login, id: string | null = null) => ({ name: pseud ?? login ?? '', login, pseud, id });

/** @throws when the line cannot be read */
export function ruleOf(line: string): Rule {
  const parsed = parseRule(line);
  if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.error)}`);
  return parsed.rule;
}

export const storedOf = (line: string, rest: Partial<StoredRule> = {}): StoredRule => ({ ...toStored(ruleOf(line)), ...rest });

export function setOf(lines: readonly string[], lists: readonly RuleList[] = []): RuleSet {
  return compileRules(
    lines.map((line) => storedOf(line)),
    lists,
  );
}

/** What becomes of a work under some rules. */
export function verdictOn(lines: readonly string[], stated: Partial<Work>, context: Partial<JudgeContext> = {}, lists: readonly RuleList[] = []): Verdict {
  return judge(setOf(lines, lists), aWork(stated), { ...CONTEXT, ...context });
}

/** The words of the work that meet one condition; null when it is not met. */
export function wordsOf(condition: string, stated: Partial<Work>, context: Partial<JudgeContext> = {}): string[] | null {
  const { reasons } = verdictOn([`fold ${condition}`], stated, context);
  return reasons[0]?.words ?? null;
}

export const meets = (condition: string, stated: Partial<Work>, context: Partial<JudgeContext> = {}): boolean => wordsOf(condition, stated, context) !== null;
