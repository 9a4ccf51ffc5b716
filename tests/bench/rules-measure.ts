import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileRules, type RuleSet } from '../../src/rules/compile';
import type { StoredRule } from '../../src/rules/rule';
import type { Work } from '../../src/domain/work';
import { judgeAll } from '../rules/judge-all';
import { plainLoop } from './plain-loop';
import { samplePages, sampleRules } from './rules-sample';

/*
 * Run by rules.bench.ts. Machines differ, so what must hold is a ratio between two things measured in turn in one
 * run; milliseconds are printed for the eye.
 */

const MANY = 50_000;
const FEW = 50;
const context = { page: 'listing' as const, archive: 'ao3', now: Date.UTC(2026, 10, 21) };

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Median times of several things, each run in turn on each page, so that whatever slows the machine slows all. */
function inTurn(pages: readonly Work[][], runs: readonly ((page: Work[]) => unknown)[], rounds: number): number[] {
  const times = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) {
      // What comes first on a page pays for what both of them keep of it, so they take turns in that too.
      const order = [...runs.keys()];
      if (round % 2 === 1) order.reverse();
      for (const index of order) times[index]?.push(timed(() => runs[index]?.(page)));
    }
  }
  return times.map(median);
}

/** In a process of its own: nothing is compiled, nothing is cached. */
function cold(): void {
  const [text, page] = JSON.parse(readFileSync(0, 'utf8')) as [string, Work[]];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const rules = JSON.parse(text) as StoredRule[];
  const loaded = performance.now();
  const set = compileRules(rules, []);
  const compiled = performance.now();
  judgeAll(set, page, context);
  const judged = performance.now();
  const first = timed(() => set.put({ id: 'tag: "the first rule that is added"' }));
  const second = timed(() => set.put({ id: 'tag: "the second one"' }));
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - before) / 1e6;
  process.stdout.write(JSON.stringify({ load: loaded - start, compile: compiled - loaded, firstPage: judged - compiled, first, second, heap, size: set.size }));
}

/** A page whose every text is long and odd, under expressions made to be slow. */
function worstPage(): number {
  const hostile = ['(a+)+$', '(.*a){20}', '\\p{L}{200}.*\\p{N}', '[ab]*a[ab]{300}c', '(a?){100}a{100}', '(x{1,30}){1,10}', '(.*)*(.*)*z'];
  const rules = hostile.map((source) => ({ id: `summary: /${source}/` }));
  const texts = ['ab'.repeat(10_000), 'a'.repeat(20_000), Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')];
  const works = (samplePages(1, [])[0] ?? []).map((work, index) => ({ ...work, summary: texts[index % texts.length] ?? '' }));
  return median(Array.from({ length: 5 }, () => timed(() => judgeAll(compileRules(rules, []), works, context))));
}

interface Cold {
  load: number;
  compile: number;
  firstPage: number;
  first: number;
  second: number;
  heap: number;
}

/** The sample is made here, so that making it warms nothing up there. */
function coldStarts(): Cold {
  const input = JSON.stringify([JSON.stringify(sampleRules(MANY)), samplePages(1, [])[0]]);
  const runs = Array.from({ length: 7 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--cold'], {
      encoding: 'utf8',
      input,
      maxBuffer: 1e8,
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Cold;
  });
  const middle = (name: keyof Cold): number => median(runs.map((run) => run[name]));
  return {
    load: middle('load'),
    compile: middle('compile'),
    firstPage: middle('firstPage'),
    first: middle('first'),
    second: middle('second'),
    heap: middle('heap'),
  };
}

function main(): void {
  const many = sampleRules(MANY);
  const few = many.slice(0, FEW);
  const pages = samplePages(40, many);
  const sets = [compileRules(few, []), compileRules(many, [])];
  const judgeWith = (set: RuleSet | undefined) => (page: Work[]) => (set === undefined ? [] : judgeAll(set, page, context));
  inTurn(pages, sets.map(judgeWith), 5);
  const [withFew = 0, withMany = 0] = inTurn(pages, sets.map(judgeWith), 15);
  const loops = [plainLoop(few), plainLoop(many)];
  const [loopFew = 0, loopMany = 0] = inTurn(pages.slice(0, 3), loops, 2);
  const start = coldStarts();

  const rows: [string, string, string, string][] = [
    ['20 works', `${FEW} rules`, `${MANY} rules`, 'ratio'],
    ['Foldaway', `${withFew.toFixed(2)} ms`, `${withMany.toFixed(2)} ms`, (withMany / withFew).toFixed(2)],
    ['plain loop', `${loopFew.toFixed(2)} ms`, `${loopMany.toFixed(1)} ms`, (loopMany / loopFew).toFixed(0)],
    ['loop / Foldaway', (loopFew / withFew).toFixed(1), (loopMany / withMany).toFixed(0), ''],
  ];
  for (const row of rows) console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(14))).join(''));
  console.log(
    `cold, ${MANY} rules: read ${start.load.toFixed(0)} ms, compile ${start.compile.toFixed(0)} ms, first page ${start.firstPage.toFixed(0)} ms; heap ${start.heap.toFixed(1)} MB`,
  );
  console.log(`the worst expressions found, on a page of long texts: ${worstPage().toFixed(0)} ms, then they are left out`);
  console.log(`add one rule: the first time ${start.first.toFixed(1)} ms, then ${start.second.toFixed(2)} ms`);
  const matched = pages.flat().length;
  const folded = pages.flatMap((page) => judgeAll(sets[1] as RuleSet, page, context)).filter((verdict) => verdict.action !== 'show').length;
  console.log(`${folded} of ${matched} works match with ${MANY} rules; ${sets[1]?.report().unfiled.length ?? 0} rules cannot be looked up`);

  const broken = [
    withMany / withFew > 1.5 && 'judging with many rules costs more than 1.5 times judging with few',
    loopMany / withMany < 20 && 'judging is less than 20 times faster than a plain loop',
    start.first > start.compile / 3 && 'adding a rule takes nearly as long as compiling all',
  ].filter((fault) => fault !== false);
  for (const fault of broken) console.error(`BROKEN: ${fault}`);
  if (broken.length > 0) process.exitCode = 1;
}

if (process.argv.includes('--cold')) cold();
else main();
