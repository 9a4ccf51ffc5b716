import { describe, expect, it } from 'vitest';
import { aCreator, meets, wordsOf } from '../matching';

describe('the field creator', () => {
  it('matches the account by its login, under any pseud', () => {
    expect(meets('creator: alice', { creators: [aCreator('alice', 'bob')] })).toBe(true);
    expect(meets('creator: ALICE', { creators: [aCreator('alice')] })).toBe(true);
    expect(meets('creator: bob', { creators: [aCreator('alice', 'bob')] })).toBe(false);
    expect(meets('creator: "ali*"', { creators: [aCreator('alice')] })).toBe(true);
  });

  it('matches any of several creators and says which', () => {
    expect(wordsOf('creator: carol', { creators: [aCreator('alice'), aCreator('carol', 'Caz')] })).toEqual(['Caz (carol)']);
  });

  it('matches by name where there is no login', () => {
    expect(meets('creator: "Old Author"', { creators: [aCreator(null, 'Old Author')] })).toBe(true);
  });

  it('takes a pseud in parentheses, in either order', () => {
    const stated = { creators: [aCreator('alice', 'My Pseud')] };
    expect(meets('creator: alice (My Pseud)', stated)).toBe(true);
    expect(meets('creator: "My Pseud" (alice)', stated)).toBe(true);
    expect(meets('creator: alice (other)', stated)).toBe(false);
  });

  it('matches by number where both have one, whatever the login is now', () => {
    expect(meets('creator: alice#5', { creators: [aCreator('renamed', 'renamed', '5')], creatorIds: ['5'] })).toBe(true);
    expect(meets('creator: alice#5', { creators: [aCreator('alice', 'alice', '6')], creatorIds: ['6'] })).toBe(false);
    expect(meets('creator: alice#5', { creators: [aCreator('alice')] })).toBe(true);
  });

  it('matches by number where the page does not say whose it is', () => {
    expect(wordsOf('creator: alice#5', { creators: [aCreator('renamed'), aCreator('carol')], creatorIds: ['5', '7'] })).toEqual(['renamed, carol']);
    expect(meets('creator: alice#5', { creators: [aCreator('alice'), aCreator('carol')], creatorIds: ['6', '7'] })).toBe(false);
  });

  it('tells anonymous works from creators who call themselves so', () => {
    expect(wordsOf('creator: anonymous', { anonymous: true })).toEqual(['Anonymous']);
    expect(meets('creator: anonymous', { creators: [aCreator('orphan_account', 'Anonymous')] })).toBe(false);
    expect(meets('creator: orphaned', { creators: [aCreator('orphan_account', 'Anonymous')] })).toBe(true);
    expect(meets('creator: orphaned', { creators: [aCreator('alice')] })).toBe(false);
  });

  it('does not match when nothing is stated', () => {
    expect(meets('creator: not alice', {})).toBe(false);
    expect(meets('creator: not alice', { creators: [aCreator('bob')] })).toBe(true);
    expect(meets('creator: not alice', { creators: [aCreator('bob'), aCreator('alice')] })).toBe(false);
    expect(meets('creator: not alice', { anonymous: true })).toBe(true);
  });

  it('matches pseuds with spaces and accents', () => {
    expect(meets('creator: x (zoë lee)', { creators: [aCreator('x', 'Zoe\u0308 Lee')] })).toBe(true);
  });

  it('matches an expression on the account', () => {
    expect(meets('creator: /^bot\\d+$/', { creators: [aCreator('Bot42')] })).toBe(true);
  });
});

describe('the field bookmarker', () => {
  const bookmark = { id: '1', bookmarker: aCreator('dora'), tags: [], collections: [], notes: null, date: null, private: false, rec: false, own: false };

  it('matches who made the bookmark and not who made the work', () => {
    expect(meets('bookmarker: dora', { bookmark, creators: [aCreator('alice')] })).toBe(true);
    expect(meets('bookmarker: alice', { bookmark, creators: [aCreator('alice')] })).toBe(false);
    expect(meets('creator: dora', { bookmark, creators: [aCreator('alice')] })).toBe(false);
    expect(meets('bookmarker: not dora', { bookmark: null })).toBe(false);
  });
});
