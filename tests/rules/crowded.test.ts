import { expect, it } from 'vitest';
import type { StoredRule } from '../../src/rules/rule';
import { startCounting } from '../fuzz/steps';

const countSteps = await startCounting();
// What is loaded before is not counted.
const { compileRules } = await import('../../src/rules/compile');

const CROWDS: [kind: string, line: (n: number) => string][] = [
  ['patterns that begin alike', (n) => `freeform: "Tag that is nowhere ${n}*"`],
  ['patterns that begin alike, beside a number', (n) => `freeform: "Tag that is nowhere ${n}*" and words: <1000`],
  ['two patterns each that begin alike', (n) => `freeform: "Tag that is nowhere ${n}*" and character: "Somebody who is nowhere ${n}*"`],
  ['the same pattern beside many numbers', (n) => `freeform: "Tag that is nowhere*" and words: <${n + 1}`],
];

it.each(CROWDS)('thousands of %s are made ready in steps that grow with their number', async (_, line) => {
  const steps = (count: number): Promise<number> => {
    const rules: StoredRule[] = Array.from({ length: count }, (__, index) => ({ id: line(index) }));
    return countSteps(() => void compileRules(rules, []));
  };
  await steps(10);
  const [some, many] = [await steps(1500), await steps(6000)];
  expect(some).toBeGreaterThan(10_000);
  expect(many / some).toBeLessThan(6);
});
