import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTests } from '../../tools/bootstrap/vitest.mjs';

const folder = mkdtempSync(join(tmpdir(), 'foldaway-tries-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** States of the tests of each file by their names; null for a file that does not load. */
type Run = Record<string, Record<string, 'passed' | 'failed' | 'skipped'> | null>;

/** Runs that end as given, one after the other; says with which files each was started. */
function runs(...ends: (Run | null)[]): { start: (report: string, files: string[] | null) => Promise<number>; started: (string[] | null)[] } {
  const started: (string[] | null)[] = [];
  return {
    started,
    start: async (report, files) => {
      const end = ends[started.length];
      started.push(files);
      if (end === undefined || end === null) return 124;
      const testResults = Object.entries(end).map(([name, tests]) => ({
        name: resolve(name),
        status: tests === null || Object.values(tests).includes('failed') ? 'failed' : 'passed',
        assertionResults: Object.entries(tests ?? {}).map(([fullName, status]) => ({ fullName, status })),
      }));
      writeFileSync(report, JSON.stringify({ testResults }));
      return testResults.some(({ status }) => status === 'failed') ? 1 : 0;
    },
  };
}

const options = { report: join(folder, 'run.json'), secondTry: true };

describe('a run of the tests', () => {
  it('is counted by tests, and not repeated when all is well', async () => {
    const { start, started } = runs({ 'a.test.ts': { one: 'passed', two: 'skipped' } });
    expect(await runTests(start, options)).toEqual({ passed: 1, failed: 0, skipped: 1, second: [] });
    expect(started).toEqual([null]);
  });

  it('counts a lone failure as passed when it passes at the second try, with its file, and names it', async () => {
    const { start, started } = runs(
      { 'a.test.ts': { one: 'passed', two: 'failed' }, 'b.test.ts': { three: 'passed' } },
      { 'a.test.ts': { one: 'passed', two: 'passed' } },
    );
    expect(await runTests(start, options)).toEqual({ passed: 3, failed: 0, skipped: 0, second: ['a.test.ts: two'] });
    expect(started).toEqual([null, [resolve('a.test.ts')]]);
  });

  it('stays a failure when the second try fails too, in the same test or in another', async () => {
    const first: Run = { 'a.test.ts': { one: 'failed', two: 'passed' } };
    expect(await runTests(runs(first, first).start, options)).toEqual({ passed: 1, failed: 1, skipped: 0, second: [] });
    const other: Run = { 'a.test.ts': { one: 'passed', two: 'failed' } };
    expect(await runTests(runs(first, other).start, options)).toEqual({ passed: 1, failed: 1, skipped: 0, second: ['a.test.ts: one'] });
    expect(await runTests(runs(first, null).start, options)).toMatchObject({ failed: 1 });
  });

  it('tries a file again whose set-up failed, and does not forget the tests that were skipped by it', async () => {
    const first: Run = { 'a.test.ts': null, 'b.test.ts': { one: 'passed' } };
    expect(await runTests(runs(first, { 'a.test.ts': { two: 'passed', three: 'passed' } }).start, options)).toEqual({
      passed: 3,
      failed: 0,
      skipped: 0,
      second: ['a.test.ts: the file itself'],
    });
  });

  it('is not repeated for four failures, nor where no second try is wanted', async () => {
    const four = runs({ 'a.test.ts': { one: 'failed', two: 'failed', three: 'failed', four: 'failed' } });
    expect(await runTests(four.start, options)).toMatchObject({ failed: 4 });
    const unit = runs({ 'a.test.ts': { one: 'failed' } });
    expect(await runTests(unit.start, { ...options, secondTry: false })).toMatchObject({ failed: 1 });
    expect([four.started.length, unit.started.length]).toEqual([1, 1]);
  });

  it('fails when it ends without a report, or with an error outside of any test', async () => {
    expect(await runTests(runs(null).start, { ...options, report: join(folder, 'none.json') })).toMatchObject({ passed: 0, failed: 1 });
    const { start } = runs({ 'a.test.ts': { one: 'passed' } });
    expect(await runTests(async (report, files) => (await start(report, files)) + 1, options)).toMatchObject({ passed: 1, failed: 1 });
  });
});
