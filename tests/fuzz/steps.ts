import { Session } from 'node:inspector/promises';

export type CountSteps = (run: () => void | Promise<void>) => Promise<number>;

/**
 * Begins to count what the code of src and entrypoints does: how often each of its blocks is entered, as the engine
 * counts for test coverage. The same for the same input on every machine, which no clock is. What the engine does
 * inside one call of its own (a pattern, a sort) is one step. Only code that is loaded afterwards has counters.
 * @returns counts the steps while something runs
 */
export async function startCounting(): Promise<CountSteps> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** Takes what was counted since the last time. */
  const take = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { url, functions } of result) {
      if (!/\/(?:src|entrypoints)\/.*\.tsx?/.test(url) || url.includes('node_modules')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  };
  return async (run) => {
    await take();
    await run();
    return take();
  };
}
