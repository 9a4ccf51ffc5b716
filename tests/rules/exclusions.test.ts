import { describe, expect, it } from 'vitest';
import { exclusionsOf, type Exclusions } from '../../src/rules/exclusions';
import type { RuleList, StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';

const NOW = Date.parse('2026-11-21');
const stored = (line: string): StoredRule => {
  const read = parseRule(line);
  if (!read.ok) throw new Error(`${line}: ${read.error.code}`);
  return toStored(read.rule);
};
const of = (lines: string[], matched: Record<string, string[]> = {}, lists: RuleList[] = []): Exclusions =>
  exclusionsOf(lines.map(stored), new Map(lists.map((list) => [list.id, list])), new Map(Object.entries(matched)), NOW);

const nothing = { tags: [], crossovers: null, complete: null, language: null, words: { from: null, to: null }, left: [] };

describe('what an archive can leave out by itself', () => {
  it('is exact tags and closed vocabularies of rules that fold or hide', () => {
    expect(
      of([
        'fold freeform: Fluff, "Slow Burn"',
        'hide warning: major-character-death',
        'fold rating: explicit',
        'show tag: Angst',
        'note tag: Ghosts',
        'highlight tag: Tea',
      ]),
    ).toEqual({
      ...nothing,
      tags: ['Fluff', 'Slow Burn', 'Major Character Death', 'Explicit'],
    });
  });

  it('is crossovers, completion, a language and lengths', () => {
    expect(of(['fold crossover: yes', 'fold complete: no', 'fold language: not en', 'fold words: <1000', 'fold words: <=499', 'hide words: >=100000'])).toEqual(
      {
        ...nothing,
        crossovers: 'exclude',
        complete: 'only',
        language: 'en',
        words: { from: 1000, to: 99_999 },
      },
    );
    expect(of(['fold crossover: no', 'fold complete: yes'])).toMatchObject({ crossovers: 'only', complete: 'exclude' });
  });

  it('is not rules of several conditions or with exceptions, patterns, positions, or what it has no field for', () => {
    const lines = [
      'fold tag: A and warning: non-con',
      'fold tag: B unless fandom: C',
      'fold tag: Om*',
      'fold tag: /x/',
      'fold relationship[1]: "A/B"',
      'fold creator: ana',
      'fold theme: suicide',
      'fold language: de',
      'fold words: 5',
    ];
    const said = [
      'fold tag: "A" and warning: non-con',
      'fold tag: "B" unless fandom: "C"',
      'fold tag: "Om*"',
      'fold tag: /x/',
      'fold relationship[1]: "A/B"',
      'fold creator: "ana"',
      'fold theme: suicide',
      'fold language: de',
      'fold words: 5',
    ];
    expect(of(lines)).toEqual({ ...nothing, left: said });
    expect(of(['fold theme: suicide reason: none', 'fold theme: incest reason: list']).left).toEqual(['', '']);
  });

  it('takes what exact names there are beside a pattern, and the tags that a pattern matched on the page', () => {
    expect(of(['fold tag: Om*, Fluff'])).toEqual({ ...nothing, tags: ['Fluff'], left: ['fold tag: "Om*", "Fluff"'] });
    const [rule] = [stored('fold tag: "Om*"')];
    expect(of(['fold tag: Fluff', 'fold tag: "Om*"'], { [rule?.id ?? '']: ['Omegaverse - Freeform'] })).toEqual({
      ...nothing,
      tags: ['Omegaverse - Freeform', 'Fluff'],
      left: ['fold tag: "Om*"'],
    });
  });

  it('leaves out rules that are off, over, or in a list that is off', () => {
    expect(
      of(['fold tag: A off', 'fold tag: B until: 2020-01-01', 'fold tag: C list: spoilers'], {}, [{ id: 'spoilers', name: 'Spoilers', on: false }]),
    ).toEqual(nothing);
  });

  it('keeps a star that is part of a name', () => {
    expect(of(['fold tag: "\\*NSYNC"']).tags).toEqual(['*NSYNC']);
  });
});
