import { describe, expect, it } from 'vitest';
import { previewImport, previewStored } from '../../src/exchange/index';
import { pickStored } from '../../src/exchange/page-storage';
import { actionOn, creator, tagged, work } from './judge-preview';
import { fixture, leftOf, linesOf, previewOf, remarksOn } from './read-fixture';

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

describe('AO3 Blocker', () => {
  it('is read as it is stored and as it is pasted', () => {
    expect(linesOf(previewOf('ao3-blocker.json'))).toEqual([
      'hide tag: dobby',
      'hide tag: *mimes*',
      'highlight tag: Fluff',
      'hide summary: *kissing*',
      'hide creator: smeyer',
      'show tag: Fix-It',
    ]);
    expect(linesOf(previewOf('ao3-blocker-pasted.txt'))).toEqual([
      'fold tag: dobby',
      'fold tag: *mimes*',
      'fold tag: "jar jar binks"',
      'fold creator: smeyer',
      'show tag: Fix-It',
    ]);
    expect(linesOf(previewImport(JSON.stringify({ ao3Blocker: '{"tagBlacklist":"a, b"}' })))).toEqual(['fold tag: a', 'fold tag: b']);
  });
});

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

describe('AO3rdr', () => {
  const preview = previewOf('ao3rdr.json');

  it('keeps finding texts inside words, and says so', () => {
    expect(actionOn(preview, tagged('Grapes'))).toBe('fold');
    expect(remarksOn(preview, 'tag: *rape*')).toEqual(['contains_anywhere']);
  });

  it('finds "&" at last, and creators of the same list', () => {
    expect(actionOn(preview, work({ relationships: ['A & B'] }))).toBe('fold');
    expect(actionOn(preview, work({ creators: [creator('someauthor')] }))).toBe('fold');
  });

  it('takes disliked works, and none of the reading list', () => {
    expect(linesOf(preview).filter((line) => line.includes('work:'))).toEqual(['fold work: 100']);
    expect(leftOf(preview)).toEqual(['not_a_filter: ficdict: 3']);
  });

  it('reads the list as one text too, and switched off', () => {
    expect(linesOf(previewImport('{"prefs":{"tags":"a,b","autofilter":false}}'))).toEqual([
      'fold tag: *a* off',
      'fold creator: a off',
      'fold tag: *b* off',
      'fold creator: b off',
    ]);
  });
});

describe('enhancement-suite', () => {
  it('knows warnings by all their names', () => {
    const preview = previewOf('enhancement-suite.ao3es');
    expect(linesOf(preview)).toEqual(
      expect.arrayContaining(['fold warning: chose-not-to-warn', 'fold warning: underage', 'fold relationship: "Lily Evans Potter/Severus Snape"']),
    );
    expect(leftOf(preview)).toEqual(['unknown_value: Something Else', 'not_a_filter: savedComments', 'not_a_filter: searchPresets', 'not_a_filter: settings']);
    expect(actionOn(preview, work({ relationships: ['Severus Snape/Lily Evans Potter'] }))).toBe('fold');
  });
});

describe('lists in the storage of the archive page', () => {
  const stored = new Map(Object.entries(JSON.parse(fixture('ao3-helper-storage.json')) as Record<string, string>));
  stored.set('ao3_quick_hide_config', fixture('quick-hide.json'));
  stored.set('accepted_tos', '2024');
  stored.set('ao3h.reader.hideTagsGroups', '{}');
  const storage = { length: stored.size, key: (index: number) => [...stored.keys()][index] ?? null, getItem: (key: string) => stored.get(key) ?? null };

  it('are taken by the keys of known blockers and nothing else', () => {
    expect(Object.keys(pickStored(storage)).sort()).toEqual([
      'ao3_quick_hide_config',
      'ao3h.reader.hideTags',
      'ao3h.reader.hideTagsNope',
      'ao3h.reader.hideTagsWhitelist',
      'userBlocker:list',
      'userBlocker:reasons',
    ]);
  });

  it('are read blocker by blocker', () => {
    const found = previewStored({ ...pickStored(storage), ao3_advanced_blocker_config: '{"tagBl' });
    expect(found.map((one) => (one.ok ? one.preview.format : `${one.format} ${one.code}`))).toEqual([
      'advanced-blocker nothing_found',
      'ao3-helper',
      'quick-hide',
    ]);
    expect(found[1]?.ok === true && linesOf(found[1].preview)).toEqual(linesOf(previewOf('ao3-helper-storage.json')));
  });

  it('have the names that AO3 Helper spoilt put right', () => {
    const preview = previewOf('ao3-helper-storage.json');
    expect(actionOn(preview, tagged('J. K. Rowling'))).toBe('fold');
    expect(actionOn(preview, tagged('What If?'))).toBe('fold');
    expect(remarksOn(preview, 'rowling')).toEqual(['garbled_name']);
    expect(linesOf(preview)).toEqual(
      expect.arrayContaining([
        'fold creator: janedoe (penone)',
        'fold creator: someone note: "plagiarism"',
        'show tag: fluff',
        'fold title: *mpreg*',
        'fold notes: *mpreg*',
      ]),
    );
    expect(leftOf(preview)).toEqual(['bad_regex: /(?<=x)y/']);
  });

  it('say of Quick Hide that comments stay', () => {
    const preview = previewOf('quick-hide.json');
    expect(linesOf(preview)).toEqual(['fold work: 73294031']);
    expect(leftOf(preview)).toEqual(['not_a_work: constructor', 'not_a_work: 777', 'comments: 555: 2']);
    expect(linesOf(previewOf('quick-hide-old.json'))).toEqual(['fold work: 12', 'fold work: 34']);
  });
});

describe('the archive’s own mutes', () => {
  it('are read from the page, under the account and not the pseud, without anybody else on it', () => {
    for (const name of ['muted-users.html', 'muted-users.txt'])
      expect(linesOf(previewOf(name))).toEqual(['fold creator: first_account', 'fold creator: second']);
    expect(remarksOn(previewOf('muted-users.html'), null)).toEqual(['page_of_several']);
  });

  it('are read from styles by number, and only from parts that hide works', () => {
    const preview = previewOf('mute-skin.css');
    expect(linesOf(preview)).toEqual(['fold creator: user-123#123', 'fold creator: user-45#45', 'fold work: 777']);
    expect(leftOf(preview)).toEqual(['comments: li.comment.user-9', 'site_setting: li.blurb:not(.user-8)', 'site_setting: .user-7 .summary']);
    expect(actionOn(preview, work({ creators: [{ ...creator('whoever'), id: '123' }], creatorIds: ['123'] }))).toBe('fold');
    expect(actionOn(preview, work({ creators: [{ ...creator('whoever'), id: '999' }], creatorIds: ['999'] }))).toBe('show');
  });

  it('are found in a whole page by the style that the archive puts there', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `.user-${i + 1}`).join(', ');
    const page = `<!DOCTYPE html><html><head><style>${ids} { display: none !important; visibility: hidden !important; }</style></head><body><p class="muted notice">x</p></body></html>`;
    expect(previewImport(page).counts.rules).toBe(2000);
  });
});

describe('lists of names and addresses', () => {
  it('are tags, or what an address points to', () => {
    const preview = previewOf('names.txt');
    expect(linesOf(preview)).toEqual([
      'fold tag: Omegaverse',
      'fold tag: Mpreg',
      'fold tag: "Major Character Death"',
      'fold tag: Vore',
      'fold tag: Snuff',
      'fold tag: *noncon*',
      'fold creator: astolat (shalott)',
      'fold work: 123',
      'fold tag: Hurt/Comfort',
    ]);
    expect(leftOf(preview)).toEqual(['matches_everything: *']);
    expect(linesOf(previewImport('["a", "b, c"]'))).toEqual(['fold tag: a', 'fold tag: b', 'fold tag: c']);
  });

  it('are read as uBlacklist has them when most lines are addresses', () => {
    const preview = previewOf('ublacklist.txt');
    expect(linesOf(preview)).toEqual([
      'fold creator: astolat',
      'fold work: 123',
      'show work: 456',
      'highlight tag: Fluff',
      'fold title: *podfic*',
      'fold title: /Chapter \\d+/',
    ]);
    expect(leftOf(preview)).toEqual(['other_site: *://*.example.com/*', 'other_site: /example\\.(net|org)/', 'whole_pages: *://archiveofourown.org/*']);
  });

  it('are our own when they read as rules; what can not be read is handed over as written', () => {
    const preview = previewOf('own-list.txt');
    expect(preview).toMatchObject({ name: 'Squicks', lines: ['fold tag Missing Colon'], counts: { rules: 3, notCarried: 1 } });
    expect(leftOf(preview)).toEqual(['bad_line: 8:10 fold tag Missing Colon']);
  });

  it('count what is said twice', () => {
    expect(previewImport('Fluff\nFLUFF\nfluff\nFluff').counts).toEqual({ rules: 3, repeated: 1, changed: 0, notCarried: 0 });
  });
});
