import fc from 'fast-check';
import { compileRules } from '../../src/rules/compile';
import { explain } from '../../src/rules/explain';
import { checkHealth } from '../../src/rules/health';
import { judge, newBudget } from '../../src/rules/judge';
import { parseList, parseRule } from '../../src/rules/text/parse';
import { printRule, toStored } from '../../src/rules/text/print';
import { anyLine, anyRuleLine, anyWork } from './any-rule';
import { CONTEXT } from './matching';

/*
 * `npm run fuzz -- rules [lines] [seed]`: random lines and works by the million. Nothing may throw, nothing may take
 * long, and what can be read must come back from its text. Ends with exit code 1 and the culprit.
 */

const LINES = Number(process.argv[3] ?? 1_000_000);
const SEED = Number(process.argv[4] ?? 1);
const BATCH = 500;
/** Milliseconds for a batch; a hang shows as a batch that takes many times longer than the others. */
const LONGEST = 60_000;

function checkLine(line: string): ReturnType<typeof toStored> | null {
  const parsed = parseRule(line);
  if (!parsed.ok) return null;
  const printed = printRule(parsed.rule);
  const again = parseRule(printed);
  if (!again.ok || JSON.stringify(again.rule) !== JSON.stringify(parsed.rule)) throw new Error(`comes back differently: ${JSON.stringify(line)} as ${JSON.stringify(printed)}`);
  return toStored(parsed.rule);
}

function checkBatch(seed: number): number {
  const lines = fc.sample(fc.oneof(anyLine, anyRuleLine), { numRuns: BATCH, seed });
  const works = fc.sample(anyWork, { numRuns: 20, seed });
  const stored = lines.flatMap((line) => checkLine(line) ?? []);
  parseList(lines.join('\n'));
  // Rules that this version cannot read reach it from other devices.
  const set = compileRules([...stored, ...lines.slice(0, 20).map((line) => ({ id: line }))], []);
  const budget = newBudget();
  for (const work of works) judge(set, work, CONTEXT, budget);
  const [work] = works;
  if (work !== undefined) explain(set, work, CONTEXT);
  checkHealth(set, CONTEXT.now);
  return stored.length;
}

let readable = 0;
let slowest = 0;
for (let done = 0; done < LINES; done += BATCH) {
  const seed = SEED + done;
  const start = performance.now();
  try {
    readable += checkBatch(seed);
  } catch (error) {
    console.error(`seed ${seed}:`, error);
    process.exit(1);
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > LONGEST) {
    console.error(`seed ${seed} took ${took.toFixed(0)} ms`);
    process.exit(1);
  }
  if ((done + BATCH) % 50_000 < BATCH) console.log(`${done + BATCH} lines, ${readable} readable, slowest batch ${slowest.toFixed(0)} ms`);
}

console.log(`${LINES} lines, ${readable} readable, nothing thrown; slowest batch ${slowest.toFixed(0)} ms`);
