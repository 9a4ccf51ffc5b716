import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { archives } from '../../../src/archives/index';
import { listings, permissionReasons } from '../../../tools/release/store-texts';

const all = listings('.');

describe("the stores' texts", () => {
  it('are there in every language, for every store, under the names that each store uses', () => {
    expect(all).toHaveLength(3 * readdirSync('public/_locales').length);
    expect(all.filter(({ store }) => store === 'firefox').map(({ locale }) => locale)).toEqual(expect.arrayContaining(['en-US', 'pt-BR', 'zh-CN', 'de']));
    expect(all.filter(({ store }) => store === 'chrome').map(({ locale }) => locale)).toEqual(expect.arrayContaining(['en', 'pt_BR', 'zh_CN', 'de']));
  });

  it('name every archive and leave nothing to be filled in', () => {
    for (const { store, locale, description } of all) {
      expect(
        archives.filter(({ name }) => !description.includes(name)),
        `${store} ${locale}`,
      ).toEqual([]);
      expect(description).not.toMatch(/[{}]|^- (?=.*•)/m);
    }
  });

  it('say as much in every language', () => {
    const shape = (text: string): string =>
      text
        .split('\n')
        .map((line) => (line === '' ? ' ' : /^[-•]/.test(line) ? '-' : 'p'))
        .join('');
    expect(new Set(all.map(({ description }) => shape(description))).size).toBe(1);
  });

  it('say of permissions only what the table of permissions says, and no other table of that page', () => {
    const told = permissionReasons('.', ['storage'])
      .split('\n')
      .filter((line) => line.endsWith(':'));
    const table = readFileSync('docs/privacy.md', 'utf8').split('|---|---|\n')[1] ?? '';
    expect(told).toHaveLength(table.split('\n\n')[0]?.split('\n').length ?? 0);
    expect(told).not.toContain('what:');
  });

  it('give a reason for every permission that they know, and refuse one without', () => {
    expect(permissionReasons('.', ['storage', 'scripting'])).toMatch(/^storage:\n {2}to keep your rules/m);
    expect(() => permissionReasons('.', ['tabs'])).toThrowError(/why Foldaway needs tabs/);
  });
});
