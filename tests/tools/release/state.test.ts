import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../tools/release/audit';
import { entryOf, obstacles, type State } from '../../../tools/release/changelog';
import { notices, unwantedLicences } from '../../../tools/release/licences';
import { type LockedPackage, packagesOf } from '../../../tools/release/packages';
import { steady } from '../../../tools/release/sbom';

const CHANGELOG = '# Changes\n\n## 1.1.0 (not released)\n\n- New.\n\n## 1.0.0 (2026-01-02)\n\n- First.\n  And more.\n';
const STATE: State = { version: '1.0.0', lockVersion: '1.0.0', changelog: CHANGELOG, changed: '', commit: 'abc', tagged: null };

describe('a version', () => {
  it('has its part of the changelog', () => {
    expect(entryOf('1.0.0', CHANGELOG)).toEqual({ date: '2026-01-02', text: '- First.\n  And more.' });
    expect(entryOf('1.1.0', CHANGELOG)).toEqual({ date: null, text: '- New.' });
    expect(entryOf('1.0', CHANGELOG)).toBeNull();
  });

  it('is released when nothing stands in the way, also a second time from the same commit', () => {
    expect(obstacles(STATE)).toEqual([]);
    expect(obstacles({ ...STATE, tagged: 'abc' })).toEqual([]);
  });

  it.each<[string, Partial<State>, RegExp]>([
    ['is not in the changelog', { version: '2.0.0', lockVersion: '2.0.0' }, /no entry for 2\.0\.0/],
    ['has no date yet', { version: '1.1.0', lockVersion: '1.1.0' }, /not released/],
    ['has an empty entry', { changelog: '## 1.0.0 (2026-01-02)\n' }, /says nothing/],
    ['is another one in the lock file', { lockVersion: '0.9.0' }, /package-lock\.json says 0\.9\.0/],
    ['is no number', { version: '1.0.0-beta', lockVersion: '1.0.0-beta' }, /no version/],
    ['is in a tree with changes', { changed: ' M src/i18n.ts\n' }, /M src\/i18n\.ts/],
    ['is the tag of another commit', { tagged: 'def' }, /another commit/],
  ])('is refused when it %s', (_, change, words) => {
    expect(obstacles({ ...STATE, ...change }).join('\n')).toMatch(words);
  });
});

describe('licences', () => {
  const one = (licence: string | null, bundled: boolean): LockedPackage => ({ path: 'node_modules/x', name: 'x', version: '1.0.0', licence, bundled });

  it('are wanted ones, for everything that is installed', () => {
    const packages = packagesOf('.');
    expect(unwantedLicences(packages)).toEqual([]);
    expect(packages.find(({ name }) => name === 'preact')).toMatchObject({ bundled: true, licence: 'MIT' });
    expect(packages.find(({ name }) => name === 'vitest')).toMatchObject({ bundled: false });
  });

  it('are stricter for what readers install', () => {
    expect(unwantedLicences([one('CC0-1.0', false), one('MIT', true), one('(GPL-3.0 OR MIT)', true)])).toEqual([]);
    expect(unwantedLicences([one('GPL-3.0', false), one('CC0-1.0', true), one('MIT AND GPL-3.0', true), one(null, true)])).toHaveLength(4);
  });

  it('of all that is bundled come with every package', () => {
    const text = notices('.');
    expect(text.startsWith('MIT License')).toBe(true);
    for (const { name, version } of packagesOf('.').filter(({ bundled }) => bundled)) expect(text).toContain(`\n${name} ${version}\n`);
    expect(text).toContain('Mozilla Public License');
  });
});

describe('the bill of materials', () => {
  it('is the same whenever and wherever it is written', () => {
    const bill = (serialNumber: string, timestamp: string, name: string, order: (list: string[]) => string[]) => ({
      serialNumber,
      metadata: { timestamp, tools: [{ version: timestamp }], component: { 'bom-ref': 'p@1', name } },
      components: order(['b@1', 'a@1']).map((ref) => ({ 'bom-ref': ref, name: ref })),
      dependencies: order(['b@1', 'a@1']).map((ref) => ({ ref, dependsOn: order(['d', 'c']) })),
    });
    const first = steady(
      bill('1', 'now', 'folder', (list) => list),
      'p',
    );
    expect(JSON.stringify(first)).toBe(
      JSON.stringify(
        steady(
          bill('2', 'later', 'other', (list) => list.toReversed()),
          'p',
        ),
      ),
    );
    expect(first).toMatchObject({ metadata: { component: { name: 'p' } }, components: [{ name: 'a@1' }, { name: 'b@1' }] });
    expect(JSON.stringify(first)).not.toMatch(/serialNumber|timestamp|tools/);
  });
});

describe('known faults of packages', () => {
  const packages = [
    { name: 'preact', bundled: true },
    { name: 'vite', bundled: false },
  ].map((one) => ({ ...one, path: '', version: '1', licence: 'MIT' }));

  it('stop a release when they are in what readers install', () => {
    const answer = JSON.stringify({ vulnerabilities: { preact: { severity: 'low', via: [{ title: 'Bad' }] }, vite: { severity: 'high', via: ['esbuild'] } } });
    expect(readAudit(answer, packages)).toEqual({ answered: true, grave: ['preact (low): Bad'], other: ['vite (high): by esbuild'] });
  });

  it.each(['', '{"message":"405 Method Not Allowed"}', 'npm error'])('are not known without an answer (%j)', (answer) => {
    expect(readAudit(answer, packages)).toEqual({ answered: false, grave: [], other: [] });
  });
});
