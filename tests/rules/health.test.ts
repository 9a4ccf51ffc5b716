import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/rules/compile';
import type { MatchCounts } from '../../src/rules/health';
import type { StoredRule } from '../../src/rules/rule';
import { checkHealth } from './check-health';
import { CONTEXT, storedOf } from './matching';

const check = (rules: readonly (string | StoredRule)[], counts?: MatchCounts) =>
  checkHealth(
    compileRules(
      rules.map((rule) => (typeof rule === 'string' ? storedOf(rule) : rule)),
      [],
    ),
    CONTEXT.now,
    counts,
  );
const codes = (...rules: (string | StoredRule)[]): string[] => check(rules).map(({ code, rule }) => `${code} ${rule}`);

describe('the health of rules', () => {
  it('is good for ordinary rules', () => {
    expect(
      codes(
        'fold tag: Fluff',
        'hide words: <1000',
        'hide relationship: A/B',
        'fold tag: Angst unless tag: Fluff',
        'hide updated: >18 months and updated: >2020-01-01',
        'fold tag: "a*" and tag: "*b"',
      ),
    ).toEqual([]);
  });

  it('says which rules cannot be read, and what would be right', () => {
    expect(check([{ id: 'raiting: explicit' }])).toMatchObject([
      { code: 'unreadable', error: { code: 'unknown_field' }, fix: { do: 'replace', text: 'rating: explicit' } },
    ]);
    expect(check([{ id: 'rating: explict' }])).toMatchObject([{ fix: { do: 'replace', text: 'rating: explicit' } }]);
    expect(check([{ id: 'tag: "x' }])).toMatchObject([{ code: 'unreadable', fix: { do: 'review' } }]);
  });

  it.each([
    'words: <1000 and words: >5000',
    'words: <1000 and words: 1000-2000',
    'chapters: <0',
    'complete: yes and complete: no',
    'language: en and language: fr',
    'rating: explicit and rating: not explicit',
    'tag: Fluff and tag: not Fluff',
    'updated: <2020 and updated: >2021',
    'updated: >2 years and updated: <1 year',
    'published: 2020-05 and published: 2020-06-01',
    'work: https://royalroad.com/fiction/5 and work: https://archiveofourown.org/works/5',
  ])('says that no work can be %s', (conditions) => {
    expect(codes(`fold ${conditions}`).map((finding) => finding.split(' ')[0])).toEqual(['impossible']);
  });

  it.each([
    'tag: a and tag: b',
    'rating: explicit and rating: teen',
    'words: <1000 and words: >500',
    'words: <5 and chapters: >5',
    'updated: <2020 and published: >2021',
    'relationship[1]: a and relationship[2]: not a',
    'language: en, fr and language: fr',
    'updated: >1 year and updated: >2020',
    'published: 2020-05 and published: 2020-05-31',
    'published: <=2020-02 and published: >=2020-02-29',
    'work: 5 and work: https://archiveofourown.org/works/5',
  ])('finds nothing wrong with %s', (conditions) => {
    expect(codes(`fold ${conditions}`)).toEqual([]);
  });

  it('says which rules mean the same', () => {
    expect(check(['fold tag: Café', 'fold tag: cafe', 'hide relationship: A/B', 'hide relationship: b/a'])).toMatchObject([
      { code: 'duplicate', rule: 'tag: "cafe"', other: { rule: 'tag: "Café"' }, fix: { do: 'remove' } },
      { code: 'duplicate', rule: 'relationship: "b/a"', other: { rule: 'relationship: "A/B"' } },
    ]);
  });

  it('says which rules another does already', () => {
    expect(check(['fold freeform: Omegaverse', 'hide freeform: "Omega*"'])).toMatchObject([
      { code: 'shadowed', rule: 'freeform: "Omegaverse"', other: { rule: 'freeform: "Omega*"', action: 'hide' } },
    ]);
    expect(codes('fold relationship: A/B', 'fold relationship: A/*')).toEqual(['shadowed relationship: "A/B"']);
    expect(codes('fold freeform: Omegaverse', 'fold tag: Omegaverse')).toEqual(['shadowed freeform: "Omegaverse"']);
  });

  it('does not call a rule covered by one that does less, or not always', () => {
    expect(codes('hide freeform: Omegaverse', 'fold freeform: "Omega*"')).toEqual([]);
    expect(codes('fold freeform: Omegaverse', 'hide freeform: "Omega*" and words: <5')).toEqual([]);
    expect(codes('fold freeform: Omegaverse', 'hide freeform: "Omega*" unless tag: x')).toEqual([]);
    expect(codes('fold freeform: Omegaverse', 'hide freeform: "Omega*" off')).toEqual([]);
    expect(codes('fold freeform: Omegaverse', 'hide freeform: "Omega*" until: 2027-01-01')).toEqual([]);
    expect(codes('fold freeform: Omegaverse', 'hide freeform: not Fluff')).toEqual([]);
    expect(codes('fold freeform: Omegaverse, Fluff', 'hide freeform: "Omega*"')).toEqual([]);
    expect(codes('fold freeform: Omegaverse strict', 'fold freeform: "Omega*"')).toEqual([]);
    expect(codes('highlight freeform: Omegaverse colour: teal', 'highlight freeform: "Omega*"')).toEqual([]);
  });

  it('says which rules are past their day, match everything, or must be held against every work', () => {
    expect(codes('fold tag: x until: 2020-01-01')).toEqual(['expired tag: "x"']);
    expect(codes('fold fandom: *')).toEqual(['matches-all fandom: "*"']);
    expect(codes('fold tag: /^..$/')).toEqual(['unfiled tag: /^..$/']);
  });

  it('says which rules have not matched for a quarter of a year', () => {
    const day = 86_400_000;
    const counts = (since: number, last?: number): MatchCounts => ({
      since: CONTEXT.now - since * day,
      lastMatch: () => (last === undefined ? undefined : CONTEXT.now - last * day),
    });
    const unused = (some: MatchCounts) => check(['fold tag: x'], some).map(({ code }) => code);
    expect(unused(counts(100))).toEqual(['unused']);
    expect(unused(counts(89))).toEqual([]);
    expect(unused(counts(400, 89))).toEqual([]);
    expect(unused(counts(400, 90))).toEqual(['unused']);
    expect(check(['fold tag: x off'], counts(400))).toEqual([]);
  });
});
