import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/rules/compile';
import { compileRule, matchRule } from '../../src/rules/compiled-rule';
import { contenderOf, factsOf, isInForce, isOwn, judge, matchesOf, newBudget } from '../../src/rules/judge';
import type { RuleList } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { anyRuleLine, anyWork } from './any-rule';
import { judgeAll } from './judge-all';
import { aCreator, aWork, CONTEXT, meets, setOf, storedOf, verdictOn } from './matching';

const FLUFF = { freeforms: ['Fluff'] };
const aList = (rest: Partial<RuleList> = {}): RuleList => ({ id: 'other', name: 'The Other', on: true, ...rest });

describe('a rule', () => {
  it('acts when all conditions are met', () => {
    const line = 'creator: anonymous and warning: chose-not-to-warn and rating: explicit, not-rated and words: <1000';
    const all = { anonymous: true, warnings: ['cntw' as const], ratings: ['not-rated' as const], words: 999 };
    expect(meets(line, all)).toBe(true);
    for (const missing of ['anonymous', 'warnings', 'ratings', 'words'])
      expect(
        meets(line, {
          ...all,
          [missing]: undefined,
          ...(missing === 'anonymous' ? { anonymous: false } : missing === 'words' ? { words: null } : { [missing]: [] }),
        }),
      ).toBe(false);
  });

  it('does not act when an exception holds', () => {
    const line = 'freeform: "Alpha/Beta/Omega*", Omegaverse* unless fandom: "Teen Wolf (TV)" or creator: astolat';
    expect(meets(line, { freeforms: ['Omegaverse'] })).toBe(true);
    expect(meets(line, { freeforms: ['Omegaverse'], fandoms: ['Teen Wolf (TV)'] })).toBe(false);
    expect(meets(line, { freeforms: ['Omegaverse'], creators: [aCreator('astolat')] })).toBe(false);
  });

  it('lets its fold say as much as the rule, else the list, else the reader has chosen', () => {
    const revealOf = (line: string, list: Partial<RuleList>, reveal?: 'list' | 'none') => {
      const set = compileRules([{ ...storedOf(line), list: 'other' }], [aList(list)], reveal === undefined ? {} : { reveal });
      return judge(set, aWork(FLUFF), CONTEXT).reasons[0]?.reveal;
    };
    expect(revealOf('fold tag: Fluff', {})).toBe('full');
    expect(revealOf('fold tag: Fluff', {}, 'none')).toBe('none');
    expect(revealOf('fold tag: Fluff', { reveal: 'full' }, 'none')).toBe('full');
    expect(revealOf('fold tag: Fluff reason: list', { reveal: 'full' }, 'none')).toBe('list');
  });

  it('names the words of the work that met it, each once', () => {
    expect(verdictOn(['fold tag: Fluff, Angst and freeform: F*'], { freeforms: ['Angst', 'Fluff'] }).reasons[0]?.words).toEqual(['Fluff', 'Angst']);
  });

  it('does nothing while it is off', () => {
    expect(verdictOn(['fold tag: Fluff off'], FLUFF).action).toBe('show');
  });

  it('acts up to and on its last day', () => {
    const on = (day: string) => verdictOn(['fold tag: Fluff until: 2027-01-31'], FLUFF, { now: Date.parse(day) }).action;
    expect(on('2027-01-31T23:59:59Z')).toBe('fold');
    expect(on('2027-02-01T00:00:00Z')).toBe('show');
    expect(judge(compileRules([{ id: 'tag: "Fluff"', until: 'whenever' }], []), aWork(FLUFF), CONTEXT).action).toBe('fold');
  });

  it('gives the frame its colour: of several, the first in the order of the colours', () => {
    expect(verdictOn(['highlight tag: Fluff', 'highlight tag: "F*" colour: teal', 'highlight freeform: Fluff colour: grey'], FLUFF).colour).toBe('teal');
    expect(verdictOn(['fold tag: Fluff colour: teal'], FLUFF)).not.toHaveProperty('colour');
    expect(verdictOn(['highlight tag: Fluff'], FLUFF)).not.toHaveProperty('colour');
  });

  it('that this version cannot read does nothing and is reported', () => {
    const set = compileRules([{ id: 'mood: "gloomy"' }, { id: 'tag: /(/' }, { id: '' }, { id: 'tag: "Fluff" strict' }], []);
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('show');
    expect(set.report().unreadable).toEqual(['mood: "gloomy"', 'tag: /(/', '', 'tag: "Fluff" strict']);
  });
});

describe('a reason', () => {
  it('names rule, list and words, and how much of it may be told', () => {
    expect(verdictOn(['hide tag: fluff reason: none note: "no sugar" list: other'], FLUFF, {}, [aList()])).toEqual({
      action: 'hide',
      reasons: [{ rule: 'tag: "fluff"', list: 'other', listName: 'The Other', words: ['Fluff'], reveal: 'none', note: 'no sugar' }],
    });
  });

  it('tells the themes of a rule apart from its words', () => {
    const [reason] = verdictOn(['fold theme: non-consent, suicide and freeform: Fluff'], {
      freeforms: ['Fluff', 'Past Rape/Non-con', 'Suicide', 'no incest'],
    }).reasons;
    expect(reason?.words).toEqual(['Fluff']);
    expect(reason?.themes).toEqual([
      { theme: 'non-consent', level: 'referenced', words: ['Past Rape/Non-con'] },
      { theme: 'suicide', level: 'present', words: ['Suicide'] },
    ]);
  });

  it('is as reserved as its list when the rule does not say', () => {
    const reveal = (line: string) => verdictOn([line], FLUFF, {}, [aList({ reveal: 'list' })]).reasons[0]?.reveal;
    expect(reveal('fold tag: Fluff list: other')).toBe('list');
    expect(reveal('fold tag: Fluff list: other reason: full')).toBe('full');
    expect(reveal('fold tag: Fluff')).toBe('full');
  });
});

describe('a list', () => {
  it('that is off does nothing', () => {
    expect(verdictOn(['fold tag: Fluff list: other'], FLUFF, {}, [aList({ on: false })]).action).toBe('show');
    expect(verdictOn(['fold tag: Fluff list: other'], FLUFF, {}, [aList()]).action).toBe('fold');
  });

  it('gives its action to rules without one', () => {
    const set = compileRules([{ id: 'tag: "Fluff"', list: 'other' }], [aList({ action: 'hide' })]);
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('hide');
  });

  it('that is unknown is a list like any other', () => {
    expect(verdictOn(['fold tag: Fluff list: gone'], FLUFF).reasons).toMatchObject([{ list: 'gone', listName: 'gone' }]);
  });

  it('that is subscribed to cannot show unless the reader lets it', () => {
    const rules = [storedOf('hide tag: Angst'), storedOf('show tag: Fluff list: other')];
    const both = aWork({ freeforms: ['Fluff', 'Angst'] });
    const withList = (rest: Partial<RuleList>) => judge(compileRules(rules, [aList({ subscription: true, ...rest })]), both, CONTEXT).action;
    expect(withList({})).toBe('hide');
    expect(withList({ allowShow: true })).toBe('hide');
    const theirs = [storedOf('hide tag: Angst list: other'), storedOf('show tag: Fluff list: other')];
    expect(judge(compileRules(theirs, [aList({ subscription: true })]), both, CONTEXT).action).toBe('hide');
    expect(judge(compileRules(theirs, [aList({ subscription: true, allowShow: true })]), both, CONTEXT).action).toBe('show');
  });
});

describe("the reader's own works and bookmarks", () => {
  const bookmark = { id: '1', bookmarker: null, tags: [], collections: [], notes: null, date: null, private: false, rec: false, own: true };

  it('are left alone', () => {
    expect(verdictOn(['hide tag: Fluff'], { ...FLUFF, own: true }).action).toBe('show');
    expect(verdictOn(['hide tag: Fluff'], { ...FLUFF, bookmark }).action).toBe('show');
    expect(verdictOn(['hide tag: Fluff'], FLUFF, { own: true, page: 'bookmarks' }).action).toBe('show');
  });

  it('are judged by rules about the page', () => {
    expect(verdictOn(['hide tag: Fluff and page: listing'], { ...FLUFF, own: true }).action).toBe('hide');
  });

  it("do not include other people's works in the reader's history", () => {
    expect(verdictOn(['hide tag: Fluff'], FLUFF, { own: true, page: 'history' }).action).toBe('hide');
  });
});

describe('a compiled set', () => {
  it('takes up added, changed and removed rules', () => {
    const set = setOf(['fold tag: Angst']);
    const action = () => judge(set, aWork(FLUFF), CONTEXT).action;
    set.put(storedOf('fold tag: Fluff'));
    expect(action()).toBe('fold');
    set.put(storedOf('hide tag: Fluff'));
    expect([action(), set.size]).toEqual(['hide', 2]);
    set.put(storedOf('hide tag: Fluff', { off: true }));
    expect(action()).toBe('show');
    set.remove('tag: "Fluff"');
    set.remove('tag: "never there"');
    expect([action(), set.size]).toEqual(['show', 1]);
    set.put(storedOf('fold tag: Fluff'));
    expect(action()).toBe('fold');
  });

  it("has a rule of the reader's once, whatever its list, and each subscription's beside it", () => {
    const lists = [aList({ id: 'sub', subscription: true }), aList({ id: 'spoilers' })];
    const set = compileRules([storedOf('fold tag: Fluff'), storedOf('hide tag: Fluff list: sub')], lists);
    set.put(storedOf('note tag: Fluff list: spoilers'));
    expect(set.size).toBe(2);
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('note');
    set.remove('tag: "Fluff"');
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('hide');
    set.remove('tag: "Fluff"', 'sub');
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('show');
  });

  it('takes up lists that are switched', () => {
    const set = compileRules([storedOf('fold tag: Fluff list: other')], [aList()]);
    set.setLists([aList({ on: false })]);
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('show');
  });

  it('is not confused by names of object members', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const set = compileRules(
      names.map((name) => ({ id: `tag: "${name}"`, list: name })),
      names.map((id) => aList({ id })),
    );
    for (const name of names) expect(judge(set, aWork({ freeforms: [name] }), CONTEXT).reasons).toMatchObject([{ words: [name] }]);
    expect(judge(set, aWork(FLUFF), CONTEXT).action).toBe('show');
  });

  it('says which rules it must hold against every work', () => {
    const set = setOf(['hide words: <1000', 'hide tag: Fluff', 'hide tag: *', 'hide language: not en', 'hide tag: /^.$/', 'hide words: <5 and tag: "x"']);
    expect(set.report().unfiled).toEqual(['words: <1000', 'tag: "*"', 'language: not en', 'tag: /^.$/']);
  });
});

describe('looking rules up', () => {
  it('finds exactly the rules that match when each is held against the work', () => {
    const rules = fc
      .array(
        anyRuleLine.map((line) => parseRule(line)).filter((parsed) => parsed.ok),
        { minLength: 1, maxLength: 12 },
      )
      .map((some) => new Map(some.map(({ rule }) => [rule.id, toStored(rule)])));
    fc.assert(
      fc.property(rules, anyWork, (stored, work) => {
        const set = compileRules(stored.values(), []);
        const facts = factsOf(set, work, CONTEXT, newBudget());
        const one = [...stored.values()].filter((rule) => {
          const compiled = compileRule(rule, set.resources);
          return isInForce(rule, undefined, CONTEXT.now) && (!isOwn(facts) || compiled.aboutPage) && matchRule(compiled, facts) !== null;
        });
        expect(
          matchesOf(set, facts)
            .map(({ stored: { id } }) => id)
            .sort(),
        ).toEqual(one.map(({ id }) => id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same after rules were added one by one', () => {
    const some = fc.array(
      anyRuleLine.map((line) => parseRule(line)).filter((parsed) => parsed.ok),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, anyWork, (parsed, work) => {
        const stored = parsed.map(({ rule }) => toStored(rule));
        const slowly = compileRules([], []);
        for (const rule of stored) slowly.put(rule);
        const once = compileRules(new Map(stored.map((rule) => [rule.id, rule])).values(), []);
        expect(judge(slowly, work, CONTEXT).action).toBe(judge(once, work, CONTEXT).action);
      }),
      { numRuns: 200 },
    );
  });
});

describe('expressions of a page', () => {
  it('share one budget; when it is used up they are left out and counted', () => {
    const set = setOf(['hide summary: /(.*a){30}b/', 'fold tag: Fluff']);
    const works = Array.from({ length: 20 }, (_, i) => aWork({ ...FLUFF, summary: `${'xa'.repeat(5000)}${i}` }));
    const budget = { steps: 30_000, refused: 0 };
    const verdicts = judgeAll(set, works, CONTEXT, budget);
    expect(verdicts.every(({ action }) => action === 'fold')).toBe(true);
    expect(budget.steps).toBeLessThanOrEqual(0);
    expect(budget.refused).toBeGreaterThan(0);
  });
});

describe('the contender of a rule', () => {
  it('has the defaults', () => {
    expect(contenderOf({ id: 'tag: "x"' }, undefined)).toEqual({ action: 'fold', strict: false, subscribed: false, mayShow: false });
  });
});
