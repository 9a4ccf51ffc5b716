import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/verdict';
import { decide, PRECEDENCE, type Contender, type PrecedenceTable } from '../../src/rules/precedence';

/** `hide!` is strict; `~hide` is from a subscription, `~+show` from one that may show. */
function contender(text: string): Contender {
  const [, from = '', action = '', strict = ''] = /^(~\+?)?(\w+)(!)?$/.exec(text) ?? [];
  return { action: action as Action, strict: strict === '!', subscribed: from !== '', mayShow: from === '~+' };
}

const decided = (rules: string, table: PrecedenceTable = PRECEDENCE): string => decide(rules === '' ? [] : rules.split(' ').map(contender), table).action;

/** What wins, by rules that match. */
const CASES: readonly [string, Action][] = [
  ['', 'show'],
  ['show', 'show'],
  ['highlight', 'highlight'],
  ['note', 'note'],
  ['fold', 'fold'],
  ['hide', 'hide'],
  ['highlight!', 'highlight'],
  // Without a show the strongest wins, strict or not.
  ['highlight note', 'note'],
  ['note fold', 'fold'],
  ['fold hide', 'hide'],
  ['highlight! note', 'note'],
  ['note! fold', 'fold'],
  ['fold! hide', 'hide'],
  ['fold hide!', 'hide'],
  ['note fold!', 'fold'],
  ['highlight note!', 'note'],
  // Show beats whatever is not strict.
  ['show highlight', 'show'],
  ['show note', 'show'],
  ['show fold', 'show'],
  ['show hide', 'show'],
  // Strict rules stand against show, and then the strongest of them wins.
  ['show highlight!', 'highlight'],
  ['show note!', 'note'],
  ['show fold!', 'fold'],
  ['show hide!', 'hide'],
  ['show fold! hide', 'fold'],
  ['show note! fold! hide', 'fold'],
  ['show highlight! note! hide', 'note'],
  ['show fold! hide!', 'hide'],
  // Strict show beats all.
  ['show! hide!', 'show'],
  ['show! fold!', 'show'],
  ['show! note!', 'show'],
  ['show! highlight!', 'show'],
  ['show! hide', 'show'],
  // The reader's own rules come first.
  ['note ~hide', 'note'],
  ['show ~hide!', 'show'],
  ['highlight ~fold!', 'highlight'],
  ['~fold ~hide', 'hide'],
  // A subscription shows only when it may.
  ['~show', 'show'],
  ['~show ~hide', 'hide'],
  ['~show! ~hide', 'hide'],
  ['~+show ~hide', 'show'],
  ['~+show ~hide!', 'hide'],
  ['~+show fold', 'fold'],
];

describe('precedence', () => {
  it.each(CASES)('%s gives %s', (rules, action) => {
    expect(decided(rules)).toBe(action);
  });

  it('does not depend on the order of the rules', () => {
    for (const [rules, action] of CASES) expect(decided(rules.split(' ').reverse().join(' '))).toBe(action);
  });

  it('keeps every reason of the winning action, and no other', () => {
    const winners = (rules: string) =>
      decide(rules.split(' ').map(contender)).winners.map(({ action, strict, subscribed }) => `${subscribed ? '~' : ''}${action}${strict ? '!' : ''}`);
    expect(winners('fold fold! note fold')).toEqual(['fold', 'fold!', 'fold']);
    expect(winners('fold ~fold ~hide')).toEqual(['fold', '~fold']);
    // This fold is beaten by show; only the strict one is why.
    expect(winners('show fold fold!')).toEqual(['fold!']);
    expect(winners('~show show')).toEqual(['show']);
  });
});

describe('the table of precedence', () => {
  /** Every table that has one number of the real one changed for another rank that occurs in it. */
  const mutants = PRECEDENCE.flatMap((row, index) =>
    (['besideShow', 'withoutShow'] as const).flatMap((column) =>
      [0, 1, 2, 3, 4, 5, 6, 7]
        .filter((rank) => rank !== row[column])
        .map((rank) => ({
          name: `${row.action}${row.strict ? '!' : ''} ${column} ${rank}`,
          table: PRECEDENCE.map((one, at) => (at === index ? { ...one, [column]: rank } : one)),
        })),
    ),
  );
  const survives = (table: PrecedenceTable): boolean =>
    ALL.every(([rules, action]) => {
      const { action: given, winners } = decide(rules.split(' ').map(contender), table);
      const because = rules
        .split(' ')
        .filter((rule) => rule.replace('!', '') === action && (rule.endsWith('!') || action === 'show' || !rules.split(' ').includes('show')));
      return given === action && winners.length === because.length;
    });

  /** All sets of up to three rules of the reader's, with what the words of the rule language say about them. */
  const KINDS = ['show', 'highlight', 'note', 'fold', 'hide'].flatMap((action) => [action, `${action}!`]);
  const ALL: [string, Action][] = KINDS.flatMap((a) => KINDS.flatMap((b) => KINDS.map((c): [string, Action] => [`${a} ${b} ${c}`, spokenRule([a, b, c])])));

  it('says what the words say', () => {
    expect(survives(PRECEDENCE)).toBe(true);
  });

  it('has no number that could be another without a difference that these tests see', () => {
    // A rank may change when the order of the ranks stays the same; such a table is no mutant.
    const alive = mutants.filter(({ table }) => survives(table)).filter(({ table }) => !sameOrder(table));
    expect(alive.map(({ name }) => name)).toEqual([]);
  });

  it('has mutants that the cases above kill too', () => {
    const killed = mutants.filter(({ table }) =>
      CASES.some(([rules, action]) => decided(rules, table) !== action || decided(rules.split(' ').reverse().join(' '), table) !== action),
    );
    const meant = mutants.filter(({ table }) => !sameOrder(table) && !survives(table));
    expect(meant.filter((mutant) => !killed.includes(mutant)).map(({ name }) => name)).toEqual([]);
  });
});

/** "show beats the others, except against a strict rule; strict show beats all; otherwise hide > fold > note > highlight". */
function spokenRule(rules: readonly string[]): Action {
  const strongest = (some: readonly string[]): Action =>
    (['hide', 'fold', 'note', 'highlight'] as const).find((action) => some.some((rule) => rule.replace('!', '') === action)) ?? 'show';
  if (rules.includes('show!')) return 'show';
  return strongest(rules.includes('show') ? rules.filter((rule) => rule.endsWith('!')) : rules);
}

/** Whether a table orders everything as the real one does, among rules that can meet in one column. */
function sameOrder(table: PrecedenceTable): boolean {
  return (['besideShow', 'withoutShow'] as const).every((column) => {
    const meet = PRECEDENCE.map((row, index) => ({ row, index })).filter(({ row }) => column === 'besideShow' || row.action !== 'show');
    return meet.every(({ row: a, index: i }) =>
      meet.every(({ row: b, index: j }) => {
        const real = Math.sign(a[column] - b[column]);
        const other = Math.sign((table[i]?.[column] ?? 0) - (table[j]?.[column] ?? 0));
        const beaten = (a[column] === 0) === ((table[i]?.[column] ?? 0) === 0);
        return beaten && (real === other || (a.action === b.action && column === 'withoutShow'));
      }),
    );
  });
}
