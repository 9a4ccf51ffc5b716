// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What the JSON reporter of vitest writes, as far as it is read here.
 * @typedef {{ fullName: string, status: string }} Test
 * @typedef {{ name: string, status: string, assertionResults: Test[] }} TestFile `name` is its path
 * @typedef {{ testResults: TestFile[] }} Report
 */

/** How many tests may fail at first and be run once more. */
const MOST_SECOND_TRIES = 3;

/**
 * Counts test by test.
 * @param {Report} report
 * @returns {Counts}
 */
function count({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const having = (/** @type {string[]} */ ...states) => tests.filter(({ status }) => states.includes(status)).length;
  return { passed: having('passed'), failed: failuresOf(testResults).length, skipped: having('skipped', 'pending', 'todo', 'disabled') };
}

/**
 * Names of what failed: tests, and files that failed without a failed test, since they did not load or their set-up failed.
 * @param {TestFile[]} files
 * @returns {string[]}
 */
function failuresOf(files) {
  return files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed').map((test) => nameOf(name, test));
      return failed.length > 0 ? failed : [nameOf(name)];
    });
}

/**
 * Names of the tests that passed, and of the file when all did.
 * @param {TestFile} file
 * @returns {string[]}
 */
const passedOf = ({ name, status, assertionResults }) => [
  ...assertionResults.filter((test) => test.status === 'passed').map((test) => nameOf(name, test)),
  ...(status === 'passed' ? [nameOf(name)] : []),
];

/**
 * @param {string} path
 * @param {Test} [test]
 * @returns {string}
 */
const nameOf = (path, test) => `${relative('.', path)}: ${test?.fullName ?? 'the file itself'}`;

/**
 * @param {string} path
 * @returns {Report | null} null when there is none, or not a whole one
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs tests, and counts them. With `secondTry`, up to three that fail are run once more, with all of their file, since
 * the tests of a file share a browser and go on from each other; the counts are then those of the second try. What passed only
 * then is named, so that a test that fails now and then is seen without stopping everybody.
 * @param {(report: string, files: string[] | null) => Promise<number>} start runs the chosen test files, or all, writes a
 *   report to the path, and answers with the exit code
 * @param {{ report: string, secondTry?: boolean }} options path of the report of the first try
 * @returns {Promise<Counts & { second: string[] }>} `second` names what passed at the second try only
 */
export async function runTests(start, { report, secondTry = false }) {
  const path = report.replace(/(\.json)?$/, '-again.json');
  for (const old of [report, path]) rmSync(old, { force: true });
  const code = await start(report, null);
  const first = read(report);
  if (first === null) return { passed: 0, failed: 1, skipped: 0, second: [] };
  const failures = failuresOf(first.testResults);
  // An error outside of any test fails the run without failing a test.
  if (failures.length === 0 || !secondTry || failures.length > MOST_SECOND_TRIES) return { ...atLeastOne(count(first), code), second: [] };

  const again = first.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  console.log(`\n== second try of ${failures.length} that failed:\n${failures.join('\n')}`);
  const codeAgain = await start(path, again);
  const second = read(path);
  if (second === null) return { ...count(first), second: [] };
  const kept = first.testResults.filter(({ name }) => !again.includes(name));
  const passed = new Set(second.testResults.flatMap(passedOf));
  return { ...atLeastOne(count({ testResults: [...kept, ...second.testResults] }), codeAgain), second: failures.filter((name) => passed.has(name)) };
}

/**
 * @param {Counts} counts
 * @param {number} code exit code of the run
 * @returns {Counts}
 */
const atLeastOne = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
