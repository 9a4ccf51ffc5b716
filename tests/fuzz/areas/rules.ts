import fc from 'fast-check';
import { compileRules } from '../../../src/rules/compile';
import { explain } from '../../../src/rules/explain';
import { checkHealth } from '../../rules/check-health';
import { judge, newBudget } from '../../../src/rules/judge';
import { parseList, parseRule } from '../../../src/rules/text/parse';
import { printRule, toStored } from '../../../src/rules/text/print';
import { anyLine, anyRuleLine, anyWork } from '../../rules/any-rule';
import { CONTEXT } from '../../rules/matching';
import { damaged, sample, type Area } from '../area';

/** A line as it is stored; null for one that cannot be read. @throws when its text does not come back as it was */
function storedOf(line: string): ReturnType<typeof toStored> | null {
  const parsed = parseRule(line);
  if (!parsed.ok) return null;
  const printed = printRule(parsed.rule);
  const again = parseRule(printed);
  if (!again.ok || JSON.stringify(again.rule) !== JSON.stringify(parsed.rule))
    throw new Error(`comes back differently: ${JSON.stringify(line)} as ${JSON.stringify(printed)}`);
  return toStored(parsed.rule);
}

const line = fc.oneof(anyLine, anyRuleLine, anyRuleLine.chain(damaged));

/** The text form: read, printed, compiled, judged by, explained. */
export const rules: Area = {
  name: 'rules',
  most: 20_000_000,
  runs: 4,
  run(seed) {
    const lines = sample(line, seed, 100);
    const stored = lines.flatMap((one) => storedOf(one) ?? []);
    parseList(lines.join('\n'));
    // Rules that this version cannot read reach it from other devices.
    const set = compileRules([...stored, ...lines.slice(0, 20).map((one) => ({ id: one }))], []);
    const works = sample(anyWork, seed, 5);
    const budget = newBudget();
    for (const work of works) judge(set, work, CONTEXT, budget);
    if (works[0] !== undefined) explain(set, works[0], CONTEXT);
    checkHealth(set, CONTEXT.now);
  },
};
