// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findingKey, findRules, EVERYTHING, type Query } from '../../src/ui/options/rules/find';
import type { RuleFacts } from '../../src/messages/table';
import { settle, words } from './screen';
import { stored, useStage } from './stage';

const RULES = ['fold tag: Tea', 'fold fandom: "tag: Tea"', 'hide words: <1000 unless fandom: X', 'fold freeform[1-3]: Cake', 'fold tag: Milk'].map(stored);
const [TEA = '', TITLE = '', WORDS = '', CAKE = '', MILK = ''] = RULES.map(({ id }) => id);
const FACTS: RuleFacts = { since: 0, last: {}, hits: { [CAKE]: [5, 9], [TEA]: [0, 30], [MILK]: [2, 2] }, edited: { [WORDS]: 2000, [TEA]: 1000 } };

describe('the rules that are looked for', () => {
  const find = (query: Partial<Query>, findings = new Map<string, ('unused' | 'expired')[]>()): string[] =>
    findRules({ rules: RULES, lists: [] }, { ...EVERYTHING, ...query }, { facts: FACTS, findings }).map(({ id }) => id);

  it('look at a field, also in an exception, and not only in the words of a value', () => {
    expect(find({ field: 'tag' })).toEqual([TEA, MILK]);
    expect(find({ field: 'freeform' })).toEqual([CAKE]);
    expect(find({ field: 'fandom' })).toEqual([TITLE, WORDS]);
    expect(find({ field: 'kudos' })).toEqual([]);
  });

  it('come by use, by when they were added, by when they were changed', () => {
    expect(find({ order: 'month' })).toEqual([CAKE, MILK, TEA, TITLE, WORDS]);
    expect(find({ order: 'quarter' })).toEqual([TEA, CAKE, MILK, TITLE, WORDS]);
    expect(find({ order: 'added' })).toEqual([MILK, CAKE, WORDS, TITLE, TEA]);
    expect(find({ order: 'edited' })).toEqual([WORDS, TEA, MILK, CAKE, TITLE]);
  });

  it('have a certain finding, or any', () => {
    const findings = new Map<string, ('unused' | 'expired')[]>([
      [findingKey(TEA, 'mine'), ['unused']],
      [findingKey(CAKE, 'mine'), ['expired', 'unused']],
      [findingKey(MILK, 'another list'), ['unused']],
    ]);
    expect(find({ health: 'any' }, findings)).toEqual([TEA, CAKE]);
    expect(find({ health: 'expired' }, findings)).toEqual([CAKE]);
  });

  it('are not mixed up by names that objects have', () => {
    const odd = { id: 'constructor' };
    expect(findRules({ rules: [odd, ...RULES], lists: [] }, { ...EVERYTHING, order: 'month' }, { facts: FACTS, findings: null })[0]?.id).toBe(CAKE);
  });
});

describe('the table of rules', () => {
  const stage = useStage();
  const choose = async (label: string, value: string): Promise<void> => {
    const field = [...document.querySelectorAll('select')].find((one) => one.labels[0]?.textContent?.trim() === label);
    if (field === undefined) throw new Error(`no select "${label}"`);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const rows = (): string[] => [...document.querySelectorAll('.rule')].map((row) => words(row));

  it('says how often rules acted where they stand in that order, and asks only then', async () => {
    stage.background.rules = RULES;
    stage.background.facts = FACTS;
    await stage.options('#/rules');
    expect(stage.background.sent.some(({ name }) => name === 'get-rule-facts')).toBe(false);
    await choose('Order', 'month');
    expect(rows()[0]).toContain('5 works in 30 days');
    expect(rows()[0]).toContain('Cake');
    await choose('Order', 'quarter');
    expect(rows()[0]).toContain('30 works in 90 days');
    await choose('Order', 'kept');
    expect(rows().join()).not.toContain('works in');
  });

  it('shows the rules that need a look', async () => {
    stage.background.rules = [...RULES, stored('fold tag: Old until: 2001-01-01')];
    await stage.options('#/rules');
    await choose('Check', 'expired');
    await expect.poll(rows).toHaveLength(1);
    expect(rows()[0]).toContain('Old');
    await choose('Check', '');
    expect(rows()).toHaveLength(6);
  });
});
