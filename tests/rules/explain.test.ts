import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/domain/work';
import { compileRules } from '../../src/rules/compile';
import { explain } from '../../src/rules/explain';
import type { RuleList } from '../../src/rules/rule';
import { aWork, CONTEXT, storedOf } from './matching';

const LISTS: RuleList[] = [
  { id: 'sub', name: 'Theirs', on: true, subscription: true },
  { id: 'asleep', name: 'Asleep', on: false },
];
const explained = (lines: string[], stated: Partial<Work>) =>
  explain(
    compileRules(
      lines.map((line) => storedOf(line)),
      LISTS,
    ),
    aWork(stated),
    CONTEXT,
  );
const outcomes = (lines: string[], stated: Partial<Work>) =>
  Object.fromEntries(explained(lines, stated).rules.map(({ id, action, outcome, by }) => [`${action} ${id}`, by === undefined ? outcome : `${outcome} ${by}`]));
const FLUFF = { freeforms: ['Fluff'], words: 500, complete: true };

describe('an explanation', () => {
  it('has the verdict, the rule that won and those it beat, with why', () => {
    expect(outcomes(['hide tag: Fluff', 'note words: <1000', 'fold freeform: Fl* list: sub'], FLUFF)).toEqual({
      'hide tag: "Fluff"': 'won',
      'note words: <1000': 'beaten stronger',
      'fold freeform: "Fl*"': 'beaten own-rule',
    });
    expect(outcomes(['hide tag: Fluff', 'show words: <1000'], FLUFF)).toEqual({ 'show words: <1000': 'won', 'hide tag: "Fluff"': 'beaten show' });
    expect(outcomes(['fold tag: Fluff strict', 'show words: <1000'], FLUFF)).toEqual({ 'fold tag: "Fluff"': 'won', 'show words: <1000': 'beaten strict' });
    expect(outcomes(['fold tag: Fluff strict', 'show words: <1000 strict'], FLUFF)).toEqual({
      'show words: <1000': 'won',
      'fold tag: "Fluff"': 'beaten strict-show',
    });
    expect(outcomes(['show tag: Fluff list: sub', 'fold words: <1000 list: sub'], FLUFF)).toEqual({
      'fold words: <1000': 'won',
      'show tag: "Fluff"': 'beaten may-not-show',
    });
  });

  it('says what nearly matched and which conditions failed', () => {
    const [rule] = explained(['fold tag: Fluff and complete: no and kudos: <5'], FLUFF).rules;
    expect(rule).toMatchObject({
      outcome: 'near-miss',
      conditions: [
        { text: 'complete: no', part: 'when', met: false, stated: true },
        { text: 'kudos: <5', part: 'when', met: false, stated: false },
        { text: 'tag: Fluff', part: 'when', met: true, words: ['Fluff'], stated: true },
      ],
    });
  });

  it('says which exception held', () => {
    const [rule] = explained(['fold tag: Fluff unless words: <1000'], FLUFF).rules;
    expect(rule?.outcome).toBe('excepted');
    expect(rule?.conditions[1]).toMatchObject({ text: 'words: <1000', part: 'unless', met: true, words: ['words: 500'] });
  });

  it('says what keeps a rule from acting', () => {
    expect(outcomes(['fold tag: Fluff off', 'fold words: 500 until: 2020-01-01', 'fold complete: yes list: asleep'], FLUFF)).toEqual({
      'fold tag: "Fluff"': 'off',
      'fold words: 500': 'asleep',
      'fold complete: yes': 'list-off',
    });
    expect(outcomes(['fold tag: Fluff', 'fold page: listing'], { ...FLUFF, own: true })).toEqual({ 'fold tag: "Fluff"': 'own', 'fold page: listing': 'won' });
    expect(explain(compileRules([{ id: 'mood: dark' }], []), aWork(FLUFF), CONTEXT).rules).toMatchObject([{ outcome: 'unreadable' }]);
  });

  it('leaves out rules that have nothing to do with the work', () => {
    expect(explained(['fold tag: Angst'], FLUFF)).toEqual({ verdict: { action: 'show', reasons: [] }, own: false, rules: [] });
  });
});
