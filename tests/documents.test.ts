import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archives, optionalArchives } from '../src/archives/index';

/* What the pages for people say about files, commands and archives is held against what there is. */
const ROOT = resolve(import.meta.dirname, '..');
const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const pages = [...readdirSync(ROOT), ...below('docs'), ...below('tools'), ...(existsSync(join(ROOT, '.github')) ? below('.github') : [])].filter((path) =>
  path.endsWith('.md'),
);
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const linksOf = (path: string): string[] =>
  [
    ...textOf(path)
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:|^#/.test(link))
    .map((link) => relative(ROOT, resolve(ROOT, dirname(path), link.replace(/#.*$/, ''))));
const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;

describe('the pages for people', () => {
  it('link to files that are there', () => {
    expect(
      pages.flatMap((path) =>
        linksOf(path)
          .filter((link) => !existsSync(join(ROOT, link)))
          .map((link) => `${path} -> ${link}`),
      ),
    ).toEqual([]);
  });

  it('can be reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) for (const link of linksOf(path)) if (link.endsWith('.md') && existsSync(join(ROOT, link))) reached.add(link);
    // Texts of the stores are data; .github is found by the forge itself.
    expect(pages.filter((path) => !reached.has(path) && !/^(docs\/store|\.github)\//.test(path))).toEqual([]);
  });

  it('name commands that are there', () => {
    const named = pages.flatMap((path) =>
      [...textOf(path).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(([, run, other]) => ({ path, script: run ?? other ?? '' })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ script }) => !Object.hasOwn(scripts, script)).map(({ path, script }) => `${path}: npm run ${script}`)).toEqual([]);
  });

  it('name files and folders of ours that are there', () => {
    const named = pages.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:src|tests|tools|entrypoints|public|docs)\/[\w./-]*[\w/])`/g)].map(([, file]) => ({ path, file: file ?? '' })),
    );
    expect(named.length).toBeGreaterThan(10);
    const there = (file: string): boolean => [file, `${file}.ts`, `${file}.tsx`].some((one) => existsSync(join(ROOT, one)));
    expect(named.filter(({ file }) => !there(file) && !/NAME|FAMILY|LOCALE/.test(file)).map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
  });

  it('say which archives are read, in the README and in what is said about permissions', () => {
    for (const path of ['README.md', 'docs/privacy.md'])
      expect([...archives, ...optionalArchives].filter(({ name }) => !textOf(path).includes(name)).map(({ name }) => `${path} does not name ${name}`)).toEqual(
        [],
      );
  });

  it('number decision records without gaps, each with what would change our mind', () => {
    const records = readdirSync(join(ROOT, 'docs/decisions')).sort();
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
    for (const name of records) {
      const text = textOf(`docs/decisions/${name}`);
      expect(text, name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
      expect(text, name).toContain('What would change our mind');
    }
  });
});
