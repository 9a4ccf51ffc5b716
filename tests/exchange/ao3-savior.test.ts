import { describe, expect, it } from 'vitest';
import { previewImport } from '../../src/exchange/index';
import { actionOn, tagged, work } from './judge-preview';
import { leftOf, linesOf, previewOf, remarksOn } from './read-fixture';

const savior = (lists: string): ReturnType<typeof previewImport> => previewImport(`window.ao3SaviorConfig = { ${lists} }`);

describe('an ao3 savior configuration', () => {
  const preview = previewOf('ao3-savior-config.user.js.txt');

  it('is read with any kind of quote, and split where quotes did not fit', () => {
    expect(linesOf(preview)).toEqual(
      expect.arrayContaining([
        'fold tag: incest',
        'fold tag: brocon',
        'fold tag: "bee\'s knees"',
        'fold tag: "Don\'t Like Don’t Read"',
        'fold summary: "*bee\'s knees*"',
        'fold tag: "missing comma"',
      ]),
    );
    expect(preview.remarks.filter((remark) => remark.code === 'split_at_quote').map((remark) => remark.detail)).toEqual([
      'incest',
      'Millions Knives/Vash the Stampede*',
      'missing comma',
    ]);
  });

  it('leaves out what is commented out, and everything that is code', () => {
    expect(linesOf(preview).join('\n')).not.toMatch(/commented out|never run|alertOnVisit/);
  });

  it('keeps the meaning of its stars: anywhere in the tag', () => {
    expect(actionOn(savior("tagBlacklist: ['Sherlock*']"), tagged('Prefix Sherlock'))).toBe('fold');
    expect(actionOn(savior("tagBlacklist: ['a*b']"), tagged('b then a then b'))).toBe('fold');
    expect(actionOn(savior("tagBlacklist: ['Fluff']"), tagged('No Fluff'))).toBe('show');
    expect(remarksOn(preview, '*Sherlock*')).toEqual(['contains_anywhere', 'contains_anywhere']);
    expect(remarksOn(preview, '*a*b*')).toEqual(['parts_any_distance']);
    expect(leftOf(preview)).toEqual(['matches_everything: *', 'star_not_there: *Yennefer*']);
  });

  it('keeps titles whole', () => {
    expect(actionOn(preview, work({ title: 'The Catcher in the Rye' }))).toBe('fold');
    expect(actionOn(preview, work({ title: 'The Catcher in the Rye, again' }))).toBe('show');
  });

  it('hides without placeholders and tells nothing without reasons', () => {
    expect(linesOf(savior("showPlaceholders: false, showReasons: false, tagBlacklist: ['A'], tagWhitelist: ['B']"))).toEqual([
      'hide tag: A reason: none',
      'show tag: B',
    ]);
  });

  it('reads escapes, other spellings of a list, and forks with lists of their own', () => {
    expect(
      linesOf(
        savior(String.raw`"tagBlacklist": ["caf\u00e9", 'it\'s', '\x41', "a\
b"], authorWhitelist = ['astolat']`),
      ),
    ).toEqual(['fold tag: café', "fold tag: it's", 'fold tag: A', 'fold tag: ab', 'show creator: astolat']);
    expect(linesOf(savior('tagBlacklist: [“curly”, ‘too’, „low“, «French», `tick`]'))).toEqual([
      'fold tag: curly',
      'fold tag: too',
      'fold tag: low',
      'fold tag: French',
      'fold tag: tick',
    ]);
    expect(linesOf(previewImport('{ "tagBlacklist": [\'single in json\'], }'))).toEqual(['fold tag: "single in json"']);
  });

  it('is not led astray by the slashes of an address', () => {
    expect(linesOf(previewImport("a({home: 'https://x.example/', ao3SaviorConfig: {tagBlacklist: ['A'], note: \"it's\", tagWhitelist: ['B']}})"))).toEqual([
      'fold tag: A',
      'show tag: B',
    ]);
  });

  it('may be as long as lists get', () => {
    const entries = Array.from({ length: 3000 }, (_, i) => `'a tag of the length that tags have on the archive, number ${i}'`);
    const text = `tagBlacklist: [${entries.join(',\n')}]`;
    expect(text.length).toBeGreaterThan(100_000);
    expect(previewImport(text).counts.rules).toBe(3000);
  });

  it('says where it was cut off', () => {
    expect(() => savior("\ntagBlacklist: ['a', 'b'")).toThrow(/cut_off: 2:/);
  });
});
