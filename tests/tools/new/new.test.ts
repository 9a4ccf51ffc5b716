import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planArchive } from '../../../tools/new/archive';
import { camel, named, Refused, withImport } from '../../../tools/new/change';

/** A copy of the project in which the generators may write. */
let copy: string;
const PARTS = [
  'src',
  'entrypoints',
  'tests',
  'tools',
  'public',
  'docs',
  '.wxt',
  'package.json',
  '.oxfmtrc.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
];
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'foldaway-new-'));
  for (const part of PARTS) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const run = (program: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', program), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
};
const make = (...words: string[]) => run('tsx', 'tools/new.ts', ...words);
const edit = (path: string, ...changes: [from: string, to: string][]): void => {
  let text = readFileSync(join(copy, path), 'utf8');
  for (const [from, to] of changes) {
    expect(text, path).toContain(from);
    text = text.replaceAll(from, to);
  }
  writeFileSync(join(copy, path), text);
};

describe('npm run new', () => {
  it('makes archives, a field and a store that type-check, and whose tests fail until they are filled in', { timeout: 240_000 }, () => {
    for (const words of [
      ['archive', 'quiet-corner'],
      ['archive', 'fiction-hall', 'fanfiction'],
      ['field', 'tone'],
      ['store', 'shelf'],
    ]) {
      const { status, output } = make(...words);
      expect([status, output]).toEqual([0, expect.stringMatching(/^new {6}(src\/\S+)\nnew {6}(tests\/\S+)\n[^]*Now:\n1\. /)]);
    }
    expect(run('tsc', '--noEmit')).toEqual({ status: 0, output: '' });
    const tests = ['tests/archives/quiet-corner.test.ts', 'tests/archives/fiction-hall.test.ts', 'tests/rules/fields/tone.test.ts', 'tests/sync/shelf.test.ts'];
    const empty = run('vitest', 'run', ...tests).output;
    for (const test of tests) expect(empty).toMatch(new RegExp(`FAIL +${test}`));

    for (const [archive, title] of [
      ['quiet-corner', "title: ''"],
      ['fiction-hall', "title: ''"],
    ] as const) {
      edit(`src/archives/${archive}.ts`, [`name: '${archive}'`, "name: 'A Name'"], [`'${archive}.example'`, `'${archive}.org'`]);
      edit(`tests/archives/${archive}.test.ts`, [title, "title: 'One'"]);
    }
    edit('src/rules/fields/tone.ts', [
      '(_facts: Facts): readonly string[] {\n  return [];',
      '(facts: Facts): readonly string[] {\n  return facts.work.genres;',
    ]);
    edit('tests/rules/fields/tone.test.ts', ['STATED: Partial<Work> = {}', "STATED: Partial<Work> = { genres: ['Something'] }"]);
    const filled = run('vitest', 'run', ...tests.slice(0, 3));
    expect([filled.status, filled.output]).toEqual([0, expect.stringContaining('3 passed')]);
    expect(run('vitest', 'run', 'tests/architecture.test.ts').status).toBe(0);
    expect(make('field', 'tone')).toMatchObject({ status: 2, output: expect.stringContaining('is there already') });
  });

  it.each([[[]], [['archive', 'x', 'wordpress']]])('refuses %j with a sentence, and writes nothing', { timeout: 60_000 }, (words) => {
    const { status, output } = make(...words);
    expect(status).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(copy, 'src/archives/x.ts'))).toBe(false);
  });
});

describe('a generator', () => {
  it('puts an import where it belongs', () => {
    const list = "import { b } from './b';\nimport { d } from './d';\n\nconst x = [b, d];\n";
    expect(withImport(list, "import { c } from './c';")).toBe(
      "import { b } from './b';\nimport { c } from './c';\nimport { d } from './d';\n\nconst x = [b, d];\n",
    );
    expect(withImport(list, "import { a } from './a';").startsWith("import { a } from './a';\n")).toBe(true);
    expect(withImport(list, "import { e } from './e';")).toContain("'./d';\nimport { e } from './e';\n\n");
  });

  it('does not touch a list that it does not understand', () => {
    expect(() => planArchive(['one'], () => "import type { Site } from './adapter';\nexport const sites = [];\n")).toThrowError(Refused);
    expect(() => planArchive(['one'], () => '')).toThrowError(Refused);
  });

  it.each([undefined, '', 'Big Name', '../x', 'x_y', '-x'])('does not take %j for a name', (name) => {
    expect(() => named('a field', name)).toThrowError(Refused);
  });

  it('makes identifiers of names', () => {
    expect(camel('quiet-corner-2')).toBe('quietCorner2');
  });
});
