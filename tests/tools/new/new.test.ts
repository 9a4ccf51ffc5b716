import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** What a person writes to finish a store whose listing is a line for each file. */
const LISTING = `const text = new TextDecoder().decode(await wholeBody(response));
      const files = text.split('\\n').flatMap((line) => {
        const [, name = '', size] = /^(\\S+) (\\d+)$/.exec(line) ?? [];
        return size === undefined ? [] : [{ name, version: null, size: Number(size), modified: null }];
      });
      if (!text.endsWith('\\nend\\n')) throw new SyncError('not-ours', 'no listing');
      return { files, serverTime: timeOf(response) };`;
const ANSWER = `const name = path.slice(1);
  if (method === 'PUT') files.set(name, body);
  if (method === 'DELETE') files.delete(name);
  if (method !== 'GET') return { status: 204 };
  if (name === '') return { status: 200, body: [...files].map(([each, bytes]) => each + ' ' + bytes.length).join('\\n') + '\\nend\\n' };
  const bytes = files.get(name);
  return bytes === undefined ? { status: 404 } : { status: 200, body: bytes };`;

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
    edit('src/sync/stores/shelf.ts', ["throw new SyncError('not-ours', 'shelf cannot read a listing yet');", LISTING]);
    edit(
      'tests/sync/shelf.test.ts',
      ['return { status: 501, body: `${method} ${path} is not answered yet; ${files.size} files` };', ANSWER],
      ['{ method, path }', '{ method, path, body }'],
    );
    // A store is offered by three texts, of which two are a person's to write.
    const wordless = run('vitest', 'run', 'tests/locales.test.ts').output;
    expect(wordless).toContain('sync_shelf_hint');
    for (const locale of readdirSync(join(copy, 'public/_locales'))) edit(`public/_locales/${locale}/messages.json`, ['"message": ""', '"message": "Words"']);
    // And the reader is told where the rules go.
    for (const file of ['docs/privacy.md', 'docs/sync.md']) writeFileSync(join(copy, file), `${readFileSync(join(copy, file), 'utf8')}\nA shelf.\n`);
    const filled = run('vitest', 'run', ...tests, 'tests/sync/stores.test.ts', 'tests/locales.test.ts', 'tests/architecture.test.ts');
    expect([filled.status, filled.output]).toEqual([0, expect.stringContaining('7 passed')]);
    expect(run('tsc', '--noEmit')).toEqual({ status: 0, output: '' });
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
