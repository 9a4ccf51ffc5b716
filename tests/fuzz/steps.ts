import { Session } from 'node:inspector/promises';

/**
 * Counts what the code of src and entrypoints does while something runs: how often each of its blocks was entered, as
 * the engine counts for test coverage. The same for the same input on every machine, which no clock is. What the
 * engine does inside one call of its own (a pattern, a sort) is one step.
 */
export async function countSteps(run: () => void | Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { url, functions } of result) {
      if (!/\/(?:src|entrypoints)\/.*\.tsx?/.test(url) || url.includes('node_modules')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  } finally {
    session.disconnect();
  }
}
