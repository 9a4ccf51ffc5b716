import { describe, expect, it } from 'vitest';
import { previewImport, previewStored } from '../../src/exchange/index';
import { pickStored } from '../../src/exchange/page-storage';
import { actionOn, creator, tagged, work } from './judge-preview';
import { fixture, leftOf, linesOf, previewOf, remarksOn } from './read-fixture';

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

  it('have no star of AO3 Helper that would take in every work', () => {
    const preview = previewImport('{"ao3h:hideTags":["*"],"ao3h:hideTagsWhitelist":["**","fluff"]}');
    expect(linesOf(preview)).toEqual(['show tag: fluff']);
    expect(leftOf(preview)).toEqual(['matches_everything: *', 'matches_everything: **']);
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

  it('are cut free of bullets; an address that points to nothing here is no name', () => {
    const preview = previewImport('- Fluff\n– Angst\n• Whump\n* Gore\nhttps://example.org/x, https://archiveofourown.org/works');
    expect(linesOf(preview)).toEqual(['fold tag: Fluff', 'fold tag: Angst', 'fold tag: Whump', 'fold tag: Gore']);
    expect(leftOf(preview)).toEqual(['other_site: https://example.org/x', 'whole_pages: https://archiveofourown.org/works']);
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
    expect(preview).toMatchObject({ name: 'Squicks', counts: { rules: 3, notCarried: 1 } });
    expect(preview.lines.map(({ text }) => text)).toContain('fold tag Missing Colon');
    expect(leftOf(preview)).toEqual(['bad_line: 8:10 fold tag Missing Colon']);
  });

  it('count what is said twice', () => {
    expect(previewImport('Fluff\nFLUFF\nfluff\nFluff').counts).toEqual({ rules: 3, repeated: 1, changed: 0, notCarried: 0 });
  });
});
