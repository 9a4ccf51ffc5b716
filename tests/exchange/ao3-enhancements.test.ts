import { describe, expect, it } from 'vitest';
import { previewImport } from '../../src/exchange/index';
import { actionOn, tagged, work } from './judge-preview';
import { leftOf, linesOf, previewOf, remarksOn } from './read-fixture';

describe('AO3 Enhancements', () => {
  const now = previewOf('ao3-enhancements-0.7.json');

  it('shows what it always showed, in whatever order the filters stand', () => {
    expect(actionOn(now, tagged('Angst with a Happy Ending'))).toBe('show');
    expect(actionOn(now, tagged('Angst'))).toBe('fold');
    expect(remarksOn(now, null)).toEqual(expect.arrayContaining(['order_ignored', 'beaten_by_strict', 'switched_off']));
  });

  it('lets "always show" stop at languages and numbers of fandoms, as there', () => {
    expect(actionOn(now, work({ freeforms: ['Angst with a Happy Ending'], language: 'fr' }))).toBe('fold');
    expect(actionOn(now, work({ freeforms: ['Angst with a Happy Ending'], fandoms: ['a', 'b', 'c', 'd', 'e'] }))).toBe('fold');
    expect(actionOn(now, work({ language: 'ptBR' }))).toBe('show');
  });

  it('names a broken expression and an empty text that would have hidden everything', () => {
    expect(leftOf(now)).toEqual(['bad_regex: Reader (', 'matches_everything: contains: ""']);
  });

  it('finds a text with a slash as written, and the codes of fixed lists', () => {
    expect(actionOn(now, work({ relationships: ['Severus Snape/Lily Evans'] }))).toBe('fold');
    expect(actionOn(now, work({ relationships: ['Lily Evans/Severus Snape'] }))).toBe('show');
    expect(actionOn(now, work({ warnings: ['noncon'] }))).toBe('fold');
    expect(actionOn(now, work({ ratings: ['explicit'] }))).toBe('fold');
  });

  it('turns expressions about fixed lists into their members', () => {
    const filters = [
      { name: 'non-?con|underage', type: 'w', matcher: 'regex' },
      { name: '^(f/f|m/m)$', type: 'c', matcher: 'regex' },
      { name: '(a|a)*$x', type: 'r', matcher: 'regex' },
      { name: 'explicit(?!y)', type: 'r', matcher: 'regex' },
    ];
    const preview = previewImport(JSON.stringify({ 'option.hideTags': { enabled: true, filters } }));
    expect(linesOf(preview)).toEqual(['fold warning: non-con, underage', 'fold category: F/F, M/M']);
    expect(leftOf(preview)).toEqual(['unknown_value: (a|a)*$x', 'bad_regex: explicit(?!y)']);
  });

  it('undoes the percent signs of names that were added from its menu', () => {
    expect(linesOf(now)).toContain('show creator: someone (My Pseud) off');
  });

  it('is read from before 0.5 too, without losing one list', () => {
    expect(linesOf(previewOf('ao3-enhancements-0.4.json'))).toEqual([
      'hide tag: Abandoned',
      'hide warning: major-character-death',
      'hide tag: Whump',
      'show tag: Fix-It',
      'hide creator: astolat',
      'hide creator: account (pen)',
      'hide language: not en strict',
      'hide fandoms: >4 strict',
    ]);
  });
});

describe('the fork of AO3 Enhancements', () => {
  const preview = previewOf('ao3-enhancements-fork.json');
  const withRules = (...filters: object[]): ReturnType<typeof previewImport> => previewImport(JSON.stringify({ 'option.rules': { enabled: true, filters } }));

  it('keeps what its priorities meant', () => {
    const hide = { target: 'F', value: 'Hide', matcher: 'exact', priority: 5 };
    const weak = { target: 'F', value: 'Weak', matcher: 'exact', behavior: 'invert' };
    const strong = { target: 'F', value: 'Strong', matcher: 'exact', behavior: 'invert', priority: 9 };
    const both = withRules(hide, weak, strong);
    expect(actionOn(both, tagged('Hide'))).toBe('fold');
    expect(actionOn(both, tagged('Hide', 'Weak'))).toBe('fold');
    expect(actionOn(both, tagged('Hide', 'Strong'))).toBe('show');
    expect(actionOn(both, tagged('Hide', 'Weak', 'Strong'))).toBe('show');
    expect(remarksOn(both, 'Hide')).toEqual(['priority_unless']);
    expect(remarksOn(withRules(hide, weak), 'Hide')).toEqual(['priority_strict']);
    expect(linesOf(withRules({ ...hide, priority: 4 }, weak))).toEqual(['fold freeform: Hide', 'show freeform: Weak']);
    const many = Array.from({ length: 30 }, (_, i) => ({ ...strong, value: `s${i}` }));
    expect(remarksOn(withRules(hide, weak, ...many), 'Hide')).toEqual(['priority_dropped']);
  });

  it('carries works, series, pseuds, highlights and rules that were put aside', () => {
    expect(linesOf(preview)).toEqual(
      expect.arrayContaining([
        'fold work: 4232377',
        'fold title: /^The Soldier$/',
        'fold series: https://archiveofourown.org/series/12345',
        'fold creator: astolat (shalott)',
        'highlight freeform: "Slow Burn" colour: orange',
        'fold freeform: Vore off',
      ]),
    );
    expect(leftOf(preview)).toContain('hides_tags_only: Story');
  });

  it('unpacks the marks that hid works, and leaves reading lists alone', () => {
    expect(linesOf(preview).filter((line) => line.includes('note:'))).toEqual([
      'fold work: 46 note: "Read"',
      'fold work: 48 note: "Read"',
      'fold work: 53 note: "Read"',
      'fold work: 100 note: "Favorite"',
    ]);
    expect(leftOf(preview)).toEqual(expect.arrayContaining(['not_a_filter: Good: 2', 'not_a_filter: Ongoing: 2']));
  });
});
