import { expect, it } from 'vitest';
import { startCounting } from './steps';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `fold tag: "Tag ${index % 10}"`).join('\n');

it('steps are those of our own code: twice the text takes twice as many', async () => {
  const countSteps = await startCounting();
  const { parseList } = await import('../../src/rules/text/parse');
  const steps = (count: number): Promise<number> => countSteps(() => void parseList(lines(count)));
  await steps(10);
  const [once, twice] = [await steps(100), await steps(200)];
  expect(once).toBeGreaterThan(1000);
  expect(twice / once).toBeGreaterThan(1.8);
  expect(twice / once).toBeLessThan(2.2);
  expect(await steps(100)).toBe(once);
});
