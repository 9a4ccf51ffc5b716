import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, LEFT_CODES, REMARK_CODES } from '../../src/exchange/codes';
import { formats, previewImport } from '../../src/exchange/index';
import { parseRule } from '../../src/rules/text/parse';
import { printRule, ruleId } from '../../src/rules/text/print';
import messages from '../../public/_locales/en/messages.json';
import { FIXTURES, fixture, previewOf } from './read-fixture';

const FOLDER = join(import.meta.dirname, '../../src/exchange/formats');
const has = (key: string): boolean => Object.hasOwn(messages, key);

/** Sample file -> format that must recognise it by itself. */
const SAMPLES: Record<string, string> = {
  'advanced-blocker-4.2.json': 'advanced-blocker',
  'advanced-blocker-arrays.json': 'advanced-blocker',
  'advanced-blocker-broken-lists.json': 'advanced-blocker',
  'quick-hide.json': 'quick-hide',
  'quick-hide-old.json': 'quick-hide',
  'ao3-helper-storage.json': 'ao3-helper',
  'ao3-enhancements-0.7.json': 'ao3-enhancements',
  'ao3-enhancements-0.4.json': 'ao3-enhancements',
  'ao3-enhancements-fork.json': 'ao3-enhancements-fork',
  'enhancement-suite.ao3es': 'enhancement-suite',
  'ao3rdr.json': 'ao3rdr',
  'ao3-savior-config.user.js.txt': 'ao3-savior',
  'ao3-blocker.json': 'ao3-blocker',
  'ao3-blocker-pasted.txt': 'ao3-blocker',
  'muted-users.html': 'muted-users',
  'muted-users.txt': 'muted-users',
  'mute-skin.css': 'mute-skin',
  'names.txt': 'names',
  'ublacklist.txt': 'ublacklist',
  'own-list.txt': 'foldaway-list',
  'foldaway-list-v1.txt': 'foldaway-list',
};

describe('the formats', () => {
  it('are all in the list, each under the name of its file', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));
    const index = readFileSync(join(FOLDER, '../index.ts'), 'utf8');
    expect(files.filter((name) => !index.includes(`'./formats/${name}'`))).toEqual([]);
    expect(formats.map((format) => format.id).sort()).toEqual(files.sort());
  });

  it('have a sample each, and every sample is used', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(Object.keys(SAMPLES).sort());
    expect([...new Set(Object.values(SAMPLES))].sort()).toEqual(formats.map((format) => format.id).sort());
  });

  it.each(Object.entries(SAMPLES))('recognise %s by itself as %s', (name, id) => {
    expect(previewOf(name).format).toBe(id);
  });

  it.each(Object.keys(SAMPLES))('make rules of %s that the text form gives back unchanged', (name) => {
    const { rules, counts } = previewOf(name);
    expect(rules.length).toBe(counts.rules);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.id).toBe(ruleId(rule));
      expect(parseRule(printRule(rule))).toEqual({ ok: true, rule });
    }
  });

  it.each(Object.keys(SAMPLES))('name only rules that are there in the remarks on %s', (name) => {
    const { rules, remarks, counts } = previewOf(name);
    const ids = new Set(rules.map((rule) => rule.id));
    expect(remarks.filter((remark) => remark.rule !== undefined && !ids.has(remark.rule))).toEqual([]);
    expect(counts.changed).toBe(new Set(remarks.flatMap((remark) => remark.rule ?? [])).size);
  });

  it('have words for every format, remark, gap and error', () => {
    const keys = [
      ...formats.map((format) => `exchange_format_${format.id.replaceAll('-', '_')}`),
      ...REMARK_CODES.map((code) => `exchange_remark_${code}`),
      ...LEFT_CODES.map((code) => `exchange_left_${code}`),
      ...ERROR_CODES.map((code) => `exchange_error_${code}`),
    ];
    expect(keys.filter((key) => !has(key))).toEqual([]);
    const known = new Set(keys);
    const unused = Object.keys(messages).filter((key) => /^exchange_(?:format|remark|left|error)_/.test(key) && !known.has(key));
    expect(unused).toEqual([]);
  });

  it('use every code that has words', () => {
    const source = sourceFiles(join(FOLDER, '..'));
    const unused = [...REMARK_CODES, ...LEFT_CODES, ...ERROR_CODES].filter((code) => !source.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  it('can be chosen by the reader when the guess is wrong', () => {
    const text = '*://archiveofourown.org/users/astolat/*';
    expect(previewImport(text).format).toBe('ublacklist');
    expect(previewImport(text, '', 'names').rules.map(printRule)).toEqual(['fold creator: astolat']);
    expect(() => previewImport(text, '', 'no such format')).toThrow(/unknown_format/);
  });

  it('read the same whether lines end as on Windows or elsewhere, and with a byte order mark', () => {
    for (const name of Object.keys(SAMPLES)) {
      const plain = previewOf(name);
      expect(previewImport('\ufeff' + fixture(name).replaceAll('\n', '\r\n'), name).rules).toEqual(plain.rules);
    }
  });
});

/** All code of the room except the list of codes itself. */
function sourceFiles(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'codes.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
