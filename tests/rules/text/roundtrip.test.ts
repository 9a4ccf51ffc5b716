import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/rules/rule';
import { storedRuleSchema } from '../../../src/rules/rule-schema';
import { fromStored, parseRule } from '../../../src/rules/text/parse';
import { printRule, printStored, ruleId, toStored } from '../../../src/rules/text/print';
import { anyRuleLine } from '../any-rule';
import { ruleOf } from '../matching';
import { ruleSchema } from '../rule-shape';

const readable = anyRuleLine.map((line) => parseRule(line)).filter((parsed) => parsed.ok);

describe('rules and their text', () => {
  it('most made-up lines are readable, so that what follows says something', () => {
    const some = fc.sample(anyRuleLine, { numRuns: 500, seed: 5 }).map((line) => parseRule(line));
    expect(some.filter((parsed) => parsed.ok).length).toBeGreaterThan(400);
  });

  it('come back from text as they were', () => {
    fc.assert(
      fc.property(readable, ({ rule }) => {
        expect(parseRule(printRule(rule))).toEqual({ ok: true, rule });
      }),
      { numRuns: 3000 },
    );
  });

  it('are printed the same however often they are read', () => {
    fc.assert(
      fc.property(readable, ({ rule }) => {
        const once = printRule(rule);
        expect(printRule(ruleOf(once))).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });

  it('come back from what storage holds, which is of the agreed shape', () => {
    fc.assert(
      fc.property(readable, ({ rule }) => {
        const stored = toStored(rule);
        expect(storedRuleSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
        expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
        expect(fromStored(stored)).toEqual({ ok: true, rule });
        expect(parseRule(printStored(stored))).toEqual({ ok: true, rule });
      }),
      { numRuns: 1500 },
    );
  });

  it('have an identity that is itself the text of the rule', () => {
    fc.assert(
      fc.property(readable, ({ rule }) => {
        expect(ruleOf(rule.id).id).toBe(rule.id);
        expect(toStored(ruleOf(rule.id))).toEqual({ id: rule.id });
      }),
      { numRuns: 1500 },
    );
  });

  it('have the same identity in any order and with repeats', () => {
    const turned = ({ when, unless }: Rule) => ({
      when: [...when, ...when].reverse().map((one) => ({ ...one, values: [...one.values, ...one.values].reverse() })),
      unless: [...unless].reverse(),
    });
    fc.assert(
      fc.property(readable, ({ rule }) => ruleId(turned(rule)) === rule.id),
      { numRuns: 1000 },
    );
  });
});

describe('the identity', () => {
  // Frozen for ever: devices with other versions must make the same text of the same rule.
  it.each([
    ['fold tag: Fluff', 'tag: "Fluff"'],
    [
      'hide freeform: Omegaverse*,  "Alpha/Beta/Omega*" unless fandom: "Teen Wolf (TV)"',
      'freeform: "Alpha/Beta/Omega*", "Omegaverse*" unless fandom: "Teen Wolf (TV)"',
    ],
    ['fold words: <1000 and creator: anonymous', 'creator: anonymous and words: <1000'],
    ['fold tag: "  Cafe\u0301   noir "', 'tag: "Café noir"'],
    ['fold tag: "say \\"hi\\""', 'tag: "say \\"hi\\""'],
    ['fold creator: astolat#12 (pseud)', 'creator: "astolat"#12 (pseud)'],
    ['fold rating: Explicit, Not Rated', 'rating: explicit, not-rated'],
    ['fold warning: Choose Not To Use Archive Warnings', 'warning: chose-not-to-warn'],
    ['fold theme: Non Consent (present)', 'theme: non-consent (present)'],
    ['fold updated: > 18 Months and words: 1k–2k', 'updated: >18 months and words: 1000-2000'],
    ['fold relationship[ 1 - 3 ]: not b/a', 'relationship[1-3]: not "b/a"'],
    ['fold tag: Scat synonyms', 'tag: "Scat" synonyms'],
    ['fold freeform: /a\\/b/c', 'freeform: /a\\/b/c'],
    ['fold work: https://ao3.org/collections/x/works/12/chapters/3', 'work: https://archiveofourown.org/works/12'],
    ['fold tag: a unless tag: c or tag: b', 'tag: "a" unless tag: "b" or tag: "c"'],
  ])('of %s is %s', (line, id) => {
    expect(ruleOf(line).id).toBe(id);
  });

  it('keeps case and accents, which only comparison folds', () => {
    expect(ruleOf('fold tag: Fluff').id).not.toBe(ruleOf('fold tag: fluff').id);
  });
});

describe('what storage holds', () => {
  it('is nothing but the identity for an ordinary rule', () => {
    expect(toStored(ruleOf('fold tag: Fluff'))).toEqual({ id: 'tag: "Fluff"' });
  });

  it("keeps the reader's own order where it differs", () => {
    expect(toStored(ruleOf('hide words: <5 and tag: b, a'))).toEqual({
      id: 'tag: "a", "b" and words: <5',
      action: 'hide',
      text: 'words: <5 and tag: "b", "a"',
    });
  });

  it('says the action of a rule in another list, which may have its own default', () => {
    expect(toStored(ruleOf('fold tag: Fluff list: spoilers'))).toEqual({ id: 'tag: "Fluff"', list: 'spoilers', action: 'fold' });
  });
});
