import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { meets, wordsOf } from '../matching';

const bookmark = (notes: string | null) => ({
  id: '1',
  bookmarker: null,
  tags: [],
  collections: [],
  notes,
  date: null,
  private: false,
  rec: false,
  own: false,
});
const FIELDS: readonly [string, (text: string | null) => Partial<Work>][] = [
  ['title', (title) => ({ title })],
  ['summary', (summary) => ({ summary })],
  ['notes', (notes) => ({ bookmark: bookmark(notes) })],
];

describe.each(FIELDS)('the field %s', (field, stating) => {
  it('matches whole words', () => {
    expect(meets(`${field}: die`, stating('The Soldier'))).toBe(false);
    expect(meets(`${field}: die`, stating('We all DIE.'))).toBe(true);
    expect(meets(`${field}: die`, stating('die'))).toBe(true);
    expect(meets(`${field}: die`, stating('dies'))).toBe(false);
  });

  it('lets a star extend a word at either end and inside', () => {
    expect(meets(`${field}: di*`, stating('all dies'))).toBe(true);
    expect(meets(`${field}: *die*`, stating('The Soldier'))).toBe(true);
    expect(meets(`${field}: self*harm`, stating('some selfharm'))).toBe(true);
    expect(meets(`${field}: self*harm`, stating('self inflicted harm'))).toBe(false);
    expect(meets(`${field}: a*b`, stating('abxb'))).toBe(true);
  });

  it('matches words that follow each other, whatever stands between them', () => {
    expect(meets(`${field}: "slow burn"`, stating('a Slow-Burn story'))).toBe(true);
    expect(meets(`${field}: "slow burn"`, stating('slow to burn'))).toBe(false);
    expect(meets(`${field}: "death * child"`, stating('the death of her only child'))).toBe(true);
    expect(meets(`${field}: "death * child"`, stating('a child and its death'))).toBe(false);
    expect(meets(`${field}: "de* chi*"`, stating('dear children'))).toBe(true);
    expect(meets(`${field}: "de* chi*"`, stating('dear old children'))).toBe(false);
  });

  it('finds words in scripts without spaces', () => {
    expect(meets(`${field}: 自殺`, stating('私の自殺について'))).toBe(true);
    expect(meets(`${field}: 東京`, stating('東京都に住む'))).toBe(true);
    expect(meets(`${field}: 死`, stating('死神'))).toBe(false);
    expect(meets(`${field}: 死*`, stating('死神'))).toBe(true);
    expect(meets(`${field}: смерть`, stating('Смерть героя'))).toBe(true);
    expect(meets(`${field}: смерт`, stating('Смерть героя'))).toBe(false);
  });

  it('keeps apostrophes inside words', () => {
    expect(meets(`${field}: "don't"`, stating('They Don’t know'))).toBe(true);
    expect(meets(`${field}: don`, stating('They don’t know'))).toBe(false);
  });

  it('finds signs as signs', () => {
    expect(meets(`${field}: ":)"`, stating('smile :)'))).toBe(true);
    expect(meets(`${field}: ":("`, stating('smile :)'))).toBe(false);
  });

  it('looks for many pieces in a long word without going back and forth', () => {
    const value = `"${'*a'.repeat(499)}*"`;
    for (const text of ['a'.repeat(10_000), `${'a'.repeat(9000)} b`, `b ${'a'.repeat(400)} ${'a'.repeat(400)}`]) {
      expect(meets(`${field}: ${value}`, stating(text))).toBe(!text.startsWith('b'));
    }
  });

  it('takes stars alone for any text', () => {
    expect(meets(`${field}: *`, stating('Anything'))).toBe(true);
    expect(meets(`${field}: "* *"`, stating('...'))).toBe(true);
  });

  it('matches an expression', () => {
    expect(meets(`${field}: /rated? m\\b/`, stating('Rated M for reasons'))).toBe(true);
  });

  it('does not match when nothing is stated', () => {
    for (const text of [null, '', '  ']) {
      expect(meets(`${field}: not die`, stating(text))).toBe(false);
      expect(meets(`${field}: *`, stating(text))).toBe(false);
    }
    expect(meets(`${field}: not die`, stating('life'))).toBe(true);
  });
});

describe('words that are quoted', () => {
  it('are those of the work, as written', () => {
    expect(wordsOf('summary: "slow burn"', { summary: 'It is a Slow-Burn, mind.' })).toEqual(['Slow-Burn']);
    expect(wordsOf('summary: 自殺', { summary: '私の自殺' })).toEqual(['自殺']);
    expect(wordsOf('summary: /sl[ou]w/', { summary: 'It is a Slow-Burn, mind.' })).toEqual(['It is a Slow']);
  });

  it('are text and not markup', () => {
    expect(wordsOf('summary: onerror', { summary: '<img src=x onerror=alert(1)>' })).toEqual(['onerror']);
  });

  it('are the whole title', () => {
    expect(wordsOf('title: /die/', { title: 'The Soldier' })).toEqual(['The Soldier']);
  });
});
