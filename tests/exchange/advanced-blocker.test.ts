import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewImport, previewStored } from '../../src/exchange/index';
import { wordBounded } from '../../src/exchange/patterns';
import { actionOn, creator, tagged, work } from './judge-preview';
import { fixture, leftOf, linesOf, previewOf, remarksOn } from './read-fixture';

const full = previewOf('advanced-blocker-4.2.json');
const only = (settings: object): ReturnType<typeof previewImport> => previewImport(JSON.stringify({ maxCrossovers: '', ...settings }));

describe('an Advanced Blocker list', () => {
  it('keeps its stars to whole words: Omega* is not Omegaverse', () => {
    const preview = only({ tagBlacklist: 'Omega*, *Fix*' });
    expect(actionOn(preview, tagged('Omegaverse'))).toBe('show');
    expect(actionOn(preview, tagged('Omega Verse'))).toBe('fold');
    expect(actionOn(preview, tagged('OMEGA'))).toBe('fold');
    expect(actionOn(preview, tagged('Alpha/Beta/Omega'))).toBe('show');
    expect(actionOn(preview, tagged('Prefix'))).toBe('show');
    expect(actionOn(preview, tagged('Big Fix-It'))).toBe('fold');
    expect(remarksOn(preview, 'Omega')).toEqual(['word_bounded']);
  });

  it('finds title and summary words inside others as before, and starred ones as whole words', () => {
    const plain = only({ titleBlacklist: 'die' });
    expect(actionOn(plain, work({ title: 'The Soldier' }))).toBe('fold');
    const starred = only({ titleBlacklist: '*die*' });
    expect(actionOn(starred, work({ title: 'The Soldier' }))).toBe('show');
    expect(actionOn(starred, work({ title: 'To die for' }))).toBe('fold');
    expect(remarksOn(plain, 'title')).toEqual(['substring_text']);
    expect(remarksOn(starred, 'title')).toEqual(['words_text']);
  });

  it.each([
    ["Don’t Like Don't Read", "Don't Like Don’t Read"],
    ['Café AU', 'Cafe\u0301 AU'],
    ['J. K. Rowling', 'J. K. Rowling'],
    ['What If?', 'What If?'],
    ['LGBTQ+ Themes', 'LGBTQ+ Themes'],
    ['A & B', 'A & B'],
    ['K/J', 'J/K'],
  ])('matches %s on a page that spells it %s', (rule, page) => {
    expect(actionOn(only({ tagBlacklist: rule }), work({ relationships: [page] }))).toBe('fold');
  });

  it('reads "unless" with a comma as "unless all of them"', () => {
    const preview = only({ tagBlacklist: 'Angst unless:{Happy Ending, Fluff}' });
    expect(linesOf(preview)).toEqual(['fold tag: Angst unless tag: "Happy Ending"', 'fold tag: Angst unless tag: Fluff']);
    expect(actionOn(preview, tagged('Angst'))).toBe('fold');
    expect(actionOn(preview, tagged('Angst', 'Fluff'))).toBe('fold');
    expect(actionOn(preview, tagged('Angst', 'Fluff', 'Happy Ending'))).toBe('show');
  });

  it('reads "with" and bars', () => {
    const preview = only({ tagBlacklist: 'Death with:{Sad || Grim*}, Whump with:{Blood, Gore}, Angst unless:{Fluff||Humor}' });
    expect(linesOf(preview)).toEqual([
      'fold tag: Death and tag: Sad, /^Grim([^a-z0-9]|$)/',
      'fold tag: Whump and tag: Blood and tag: Gore',
      'fold tag: Angst unless tag: Fluff, Humor',
    ]);
  });

  it('leaves out the part of a mixed condition that could never match, and says so', () => {
    const preview = only({ tagBlacklist: 'Whump with:{A, B||C}' });
    expect(linesOf(preview)).toEqual(['fold tag: Whump and tag: C']);
    expect(remarksOn(preview, 'Whump')).toEqual(['mixed_operators']);
  });

  it('names an entry with a missing brace, and everything that it swallowed', () => {
    const preview = previewOf('advanced-blocker-broken-lists.json');
    expect(leftOf(preview)).toContain('unclosed_brace: Angst unless:{Happy Ending, Whump, Major Character Death, Gore');
    expect(leftOf(preview)).toContain('unreadable_condition: Fluff with:{}');
    expect(leftOf(preview)).toContain('not_a_number: maxCrossovers: many');
    expect(leftOf(preview)).toContain('unknown_language: Dothrakish the Great');
    expect(linesOf(preview)).toEqual(['show tag: Crack and tag: B unless tag: A strict']);
    expect(remarksOn(preview, 'Crack')).toEqual(['two_conditions']);
  });

  it('names an entry with a brace too many, and reads those after it', () => {
    const preview = only({ tagBlacklist: 'Angst unless:{Fluff}}, Death, Gore}, Whump' });
    expect(leftOf(preview)).toEqual(['unreadable_condition: Angst unless:{Fluff}}', 'unreadable_condition: Gore}']);
    expect(linesOf(preview)).toEqual(['fold tag: Death', 'fold tag: Whump']);
  });

  it('makes exceptions that win over everything, also over the strict list', () => {
    expect(actionOn(full, tagged('Necrophilia'))).toBe('hide');
    expect(actionOn(full, tagged('Necrophilia', 'Fix-It'))).toBe('show');
    expect(remarksOn(full, null)).toEqual(expect.arrayContaining(['beats_all', 'strict_list', 'byline', 'anonymous_creator', 'colour_nearest']));
  });

  it('carries limits, languages, dates and numbers of fandoms', () => {
    expect(linesOf(full)).toEqual(
      expect.arrayContaining([
        'hide words: <1000',
        'fold words: >250000',
        'fold chapters: >40',
        'fold fandoms: >6',
        'fold complete: no',
        'fold complete: no and updated: >18 months',
        'fold language: not en, ru',
      ]),
    );
    expect(leftOf(full)).toEqual([
      'matches_everything: *',
      'not_a_work: twelve',
      'unreadable_condition: Clint Barton/Phil Coulson unless:{Hawkeye (TV)}',
      'no_such_field: blockMissingSummary',
    ]);
  });

  it('turns position rules around: folded unless one of the first is wanted, with each list for itself', () => {
    const preview = only({ primaryRelationships: 'A/B, C/D, E/F with:{Fandom}', primaryCharacters: 'Ann', primaryRelpad: '2' });
    expect(linesOf(preview)).toEqual([
      'fold fandoms: >=1 unless relationship[1-2]: A/B, C/D',
      'fold fandom: Fandom unless relationship[1-2]: E/F',
      'fold fandoms: >=1 unless character[1-5]: Ann',
    ]);
    const wanted = { characters: ['Ann'], relationships: ['X/Y', 'B/A', 'Z/W'] };
    expect(actionOn(preview, work(wanted))).toBe('show');
    expect(actionOn(preview, work({ ...wanted, relationships: ['X/Y', 'Z/W', 'A/B'] }))).toBe('fold');
    expect(actionOn(preview, work({ ...wanted, characters: [] }))).toBe('fold');
    expect(actionOn(preview, work({ ...wanted, relationships: [] }))).toBe('fold');
    expect(actionOn(preview, work({ ...wanted, fandoms: ['Fandom'] }))).toBe('fold');
  });

  it('takes a byline with a pseud as that pseud of that account', () => {
    const preview = only({ authorBlacklist: 'astolat, second pseud (first_account), Anonymous' });
    expect(actionOn(preview, work({ creators: [creator('first_account', 'second pseud')] }))).toBe('fold');
    expect(actionOn(preview, work({ creators: [creator('first_account', 'another')] }))).toBe('show');
    expect(actionOn(preview, work({ creators: [creator('someone'), creator('astolat', 'shalott')] }))).toBe('fold');
    expect(actionOn(preview, work({ anonymous: true }))).toBe('fold');
  });

  it('hides where it hid completely, folds elsewhere, and keeps reasons to itself when they were off', () => {
    expect(actionOn(full, work({ words: 10 }))).toBe('hide');
    const arrays = previewOf('advanced-blocker-arrays.json');
    expect(linesOf(arrays)).toContain('hide tag: Explicit reason: none');
    expect(linesOf(arrays)).toContain('hide tag: Angst unless tag: "Happy Ending" reason: none');
    expect(linesOf(arrays)).toContain('hide tag: Whump unless tag: Comfort reason: none');
  });

  it('comes over switched off when it was paused', () => {
    const preview = only({ tagBlacklist: 'Fluff', pauseBlocking: true, strictTagBlacklist: '', workBlacklist: '1' });
    expect(linesOf(preview)).toEqual(['fold tag: Fluff off', 'fold work: 1 off']);
    expect(remarksOn(preview, null)).toContain('switched_off');
    expect(linesOf(only({ strictTagBlacklist: 'Gore', enableStrictTagBlocking: false }))).toEqual(['hide tag: Gore strict off']);
  });

  it('highlights in the colour of ours that is nearest', () => {
    const highlight = (highlightColor: unknown) => only({ tagHighlights: 'Fluff', highlightColor });
    expect(linesOf(highlight('#eb6f92'))).toEqual(['highlight tag: *Fluff* colour: rose']);
    expect(remarksOn(highlight('#eb6f92'), null)).toContain('colour_nearest');
    expect(linesOf(highlight(undefined))).toEqual(['highlight tag: *Fluff*']);
    expect(remarksOn(highlight('javascript:x'), null)).toContain('colour_left');
  });

  it('highlights inside longer tags, as listings did', () => {
    const preview = only({ tagHighlights: 'Fluff, Slow Burn*, Kid Fic with:{Humor}' });
    expect(actionOn(preview, tagged('No Fluff'))).toBe('highlight');
    expect(actionOn(preview, tagged('Very Slow Burn'))).toBe('highlight');
    expect(actionOn(preview, tagged('Slow Burning'))).toBe('show');
    expect(actionOn(preview, tagged('Kid Fic'))).toBe('show');
    expect(actionOn(preview, tagged('Kid Fic', 'Humor'))).toBe('highlight');
  });

  it('is found in the page by its key', () => {
    const stored = previewStored({ ao3_advanced_blocker_config: fixture('advanced-blocker-4.2.json'), 'something else': '{}' });
    expect(stored).toEqual([{ ok: true, preview: full }]);
  });

  it('reads works from addresses of any kind', () => {
    expect(linesOf(only({ workBlacklist: '12, https://archiveofourown.org/collections/yuletide2020/works/34?view_adult=true' }))).toEqual([
      'fold work: 12',
      'fold work: 34',
    ]);
    expect(linesOf(only({ minWords: '0', maxWords: '0' }))).toEqual(['fold words: >0']);
  });
});

/** Its own rule, as its documentation and code state it: each part between stars at the edges of words. */
function theirs(pattern: string, whole: boolean): RegExp {
  const parts = pattern.split('*').map((part) => {
    const text = part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return (/^[a-z0-9]/i.test(part) ? '(?<![a-z0-9])' : '') + text + (/[a-z0-9]$/i.test(part) ? '(?![a-z0-9])' : '');
  });
  return new RegExp(whole ? `^${parts.join('.*')}$` : parts.join('.*'), 'i');
}

describe('word-bounded wildcards', () => {
  const text = fc.stringMatching(/^[abA1 \-.(é*]{0,9}$/);

  it.each([true, false])('match exactly what they matched there (whole name: %s)', (whole) => {
    fc.assert(
      fc.property(text, fc.array(fc.stringMatching(/^[abAB12 \-.(é]{0,12}$/), { minLength: 8, maxLength: 8 }), (raw, names) => {
        const pattern = raw.includes('*') ? raw : `${raw}*`;
        const ours = wordBounded(pattern, whole);
        if (pattern.replaceAll('*', '') === '') {
          expect(ours).toBeNull();
          return;
        }
        if (ours?.type !== 'regex') throw new Error('not a regular expression');
        const regex = new RegExp(ours.source, 'i');
        const built = names.map((name, index) => (index % 2 === 0 ? name : pattern.replaceAll('*', name)));
        for (const name of built) expect([name, regex.test(name)]).toEqual([name, theirs(pattern, whole).test(name)]);
      }),
      { numRuns: 3000 },
    );
  });
});
