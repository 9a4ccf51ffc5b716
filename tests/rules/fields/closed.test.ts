import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { parseRule } from '../../../src/rules/text/parse';
import { aWork, meets, ruleOf, wordsOf } from '../matching';

describe('closed fields', () => {
  const cases: readonly [string, Partial<Work>, Partial<Work>, Partial<Work>][] = [
    // condition, a work that meets it, one that does not, one that states nothing
    ['rating: explicit', { ratings: ['explicit'] }, { ratings: ['teen'] }, {}],
    ['rating: Not Rated', { ratings: ['not-rated'] }, { ratings: ['explicit'] }, {}],
    ['warning: chose-not-to-warn', { warnings: ['cntw', 'none'] }, { warnings: ['none'] }, {}],
    ['warning: "Choose Not To Use Archive Warnings"', { warnings: ['cntw'] }, { warnings: ['death'] }, {}],
    ['warning: Underage', { warnings: ['underage'] }, { warnings: ['violence'] }, {}],
    ['category: F/F', { categories: ['mm', 'ff'] }, { categories: ['mm'] }, {}],
    ['category: M/F', { categories: ['fm'] }, { categories: ['mm'] }, {}],
    ['complete: no', { complete: false }, { complete: true }, {}],
    ['complete: wip', { complete: false }, { complete: true }, {}],
    ['language: English', { language: 'en' }, { language: 'fr' }, {}],
    ['language: pt-BR', { language: 'ptBR' }, { language: 'ptPT' }, {}],
    ['language: 中文', { language: 'zh' }, { language: 'ja' }, {}],
    ['language: es', { languageName: 'Español' }, { languageName: 'English' }, {}],
    ['crossover: yes', { fandoms: ['A', 'B'] }, { fandoms: ['A'] }, { fandoms: [] }],
    ['restricted: yes', { restricted: true }, { restricted: false }, { kind: 'deleted' }],
    ['kind: work', { kind: 'reading' }, { kind: 'series', subject: 'series' }, { kind: 'deleted', subject: null }],
    ['kind: bookmark', { kind: 'short-bookmark', subject: null }, { kind: 'work' }, { kind: 'mystery', subject: null }],
    ['kind: external', { kind: 'bookmark', subject: 'external' }, { kind: 'bookmark', subject: 'work' }, { kind: 'deleted', subject: null }],
  ];

  it.each(cases)('%s matches, does not match, and is absent', (condition, met, other, absent) => {
    expect(meets(condition, met)).toBe(true);
    expect(meets(condition, other)).toBe(false);
    expect(meets(condition, absent)).toBe(false);
    const [field, value] = [condition.slice(0, condition.indexOf(':')), condition.slice(condition.indexOf(':') + 1)];
    expect(meets(`${field}: not ${value}`, met)).toBe(false);
    expect(meets(`${field}: not ${value}`, other)).toBe(true);
    expect(meets(`${field}: not ${value}`, absent)).toBe(false);
  });

  it('takes values in any case', () => {
    expect(ruleOf('rating: EXPLICIT').id).toBe('rating: explicit');
    expect(ruleOf('language: ENGLISH, Pt-Br').id).toBe('language: en, ptBR');
  });

  it('take codes of languages that are not known, and no words that only look like them', () => {
    expect(ruleOf('language: xx, zh-TW').id).toBe('language: xx, zhTW');
    expect(parseRule('fold language: Czeck')).toMatchObject({ ok: false, error: { code: 'unknown_value', suggestion: 'Czech' } });
    expect(parseRule('fold language: not Engl')).toMatchObject({ ok: false, error: { code: 'unknown_value' } });
  });

  it('say what the page states', () => {
    expect(wordsOf('warning: cntw', { warnings: ['cntw'] })).toEqual(['Creator Chose Not To Use Archive Warnings']);
    expect(wordsOf('language: not en', { language: 'fr', languageName: 'Français' })).toEqual(['Français']);
    expect(wordsOf('complete: no', { complete: false })).toEqual(['complete: no']);
  });

  it('know the page and the archive from the surroundings', () => {
    expect(meets('page: bookmarks', {}, { page: 'bookmarks' })).toBe(true);
    expect(meets('page: bookmarks', {}, { page: 'search' })).toBe(false);
    expect(meets('page: not bookmarks', {}, { page: null })).toBe(false);
    expect(meets('archive: AO3', {}, { archive: 'ao3' })).toBe(true);
    expect(meets('archive: not ao3', {}, { archive: 'squidgeworld' })).toBe(true);
  });
});

describe('the field work', () => {
  const stated = { id: '123', url: 'https://archiveofourown.org/works/123', title: 'It' };

  it('is found by number or address, also in a collection and on another host of the archive', () => {
    expect(wordsOf('work: 123', stated)).toEqual(['It']);
    for (const address of [
      'https://archiveofourown.org/works/123',
      'https://ao3.org/collections/x/works/123?view_adult=true',
      'archiveofourown.org/works/123/chapters/9',
      'http://www.archiveofourown.org/works/123#comments',
    ]) {
      expect(meets(`work: ${address}`, stated)).toBe(true);
      expect(meets(`work: "${address}"`, stated)).toBe(true);
    }
    expect(meets('work: 123', { ...stated, url: 'https://archiveofourown.org/collections/C/works/123' })).toBe(true);
  });

  it('is not another work, nor the same number elsewhere', () => {
    expect(meets('work: 12', stated)).toBe(false);
    expect(meets('work: https://squidgeworld.org/works/123', stated)).toBe(false);
    expect(meets('work: 123', { ...stated, kind: 'series', subject: 'series' })).toBe(false);
  });

  it('is absent on entries without a number', () => {
    expect(meets('work: not 5', { id: null })).toBe(false);
    expect(meets('work: not 5', stated)).toBe(true);
  });

  it('is found on FanFiction.net', () => {
    expect(meets('work: https://www.fanfiction.net/s/99/4/Some-Title', { id: '99', url: 'https://www.fanfiction.net/s/99/1/' })).toBe(true);
  });

  it.each([
    ['https://www.royalroad.com/fiction/36049/the-hunter/chapter/7/x', 'https://royalroad.com/fiction/36049'],
    ['https://www.fimfiction.net/story/36049/1/x/one', 'https://fimfiction.net/story/36049'],
    ['https://www.scribblehub.com/series/36049/the-hunter/', 'https://scribblehub.com/series/36049'],
    ['https://ficbook.net/readfic/36049/7', 'https://ficbook.net/readfic/36049'],
  ])('is found by its address %s, and by no other site’s', (address, written) => {
    expect(ruleOf(`fold work: ${address}`).id).toBe(`work: ${written}`);
    for (const rule of [address, written]) {
      expect(meets(`work: ${rule}`, { id: '36049', url: address })).toBe(true);
      expect(meets(`work: ${rule}`, { id: '36049', url: 'https://archiveofourown.org/works/36049' })).toBe(false);
    }
  });
});

describe('the field series', () => {
  const series = [{ id: '7', title: 'The Long One', position: 2 }];

  it('matches the works in it and the series itself', () => {
    expect(meets('series: "the long one"', { series })).toBe(true);
    expect(meets('series: "the long one"', { kind: 'series', subject: 'series', id: '7', title: 'The Long One' })).toBe(true);
    expect(meets('series: https://archiveofourown.org/series/7', { series, url: 'https://archiveofourown.org/works/1' })).toBe(true);
    expect(meets('series: https://archiveofourown.org/series/8', { series })).toBe(false);
    expect(meets('series: "https://archiveofourown.org/series/7"', { series })).toBe(true);
  });
});

describe('the field theme', () => {
  it('matches what is present or referred to, and not what is denied', () => {
    expect(wordsOf('theme: non-consent', { warnings: ['noncon'] })).not.toBeNull();
    expect(meets('theme: non-consent', { freeforms: ['Past Rape/Non-con'] })).toBe(true);
    expect(meets('theme: non-consent (present)', { freeforms: ['Past Rape/Non-con'] })).toBe(false);
    expect(meets('theme: non-consent (present)', { warnings: ['noncon'] })).toBe(true);
    expect(meets('theme: non-consent', { freeforms: ['No non-con'] })).toBe(false);
    expect(meets('theme: non-consent', { freeforms: ['Grape', 'Therapist'] })).toBe(false);
  });

  it('is absent where no subject is recognised', () => {
    expect(meets('theme: not suicide', aWork())).toBe(false);
    expect(meets('theme: not suicide', { warnings: ['death'] })).toBe(true);
  });
});
