import { expect, it } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import { compileRules } from '../../src/rules/compile';
import { judge } from '../../src/rules/judge';
import { parseRule } from '../../src/rules/text/parse';
import { printRule, toStored } from '../../src/rules/text/print';
import { showingTag, withoutTag } from '../../src/rules/without-tag';

const synonyms = (name: string): string[] => (name === 'Omegaverse' ? ['A/B/O'] : []);

function changed(line: string, tag: string): string | null {
  const read = parseRule(line);
  if (!read.ok) throw new Error(read.error.code);
  const rule = withoutTag(read.rule, tag, { synonyms, quote: String });
  if (rule === null) return null;
  const set = compileRules([toStored(rule)], [], { synonyms });
  const work = { ...emptyWork('work'), relationships: [tag], freeforms: [tag] };
  expect(judge(set, work, { page: null, archive: '', now: 0 }).reasons, printRule(rule)).toEqual([]);
  return printRule(rule);
}

it.each([
  ['fold freeform: Fluff, Angst', 'Angst', 'fold freeform: Fluff'],
  ['fold freeform: Angst', 'Angst', null],
  ['fold freeform: Angst and rating: explicit', 'Angst', null],
  ['fold freeform: "Omega*"', 'Omegaverse', 'fold freeform: Omega* unless tag: Omegaverse'],
  ['fold freeform: "Omega*", Omegaverse', 'Omegaverse', 'fold freeform: Omega* unless tag: Omegaverse'],
  ['fold tag: "Omegaverse" synonyms, "A/B/O"', 'A/B/O', 'fold tag: Omegaverse synonyms unless tag: A/B/O'],
  ['fold tag: /omega/', 'Past Omega', 'fold tag: /omega/ unless tag: "Past Omega"'],
  ['fold relationship: */Reader unless tag: Fluff', 'A/Reader', 'fold relationship: */Reader unless tag: Fluff or tag: A/Reader'],
  ['fold freeform: café', 'Cafe', 'fold freeform: café unless tag: Cafe'],
])('%s without %s', (line, tag, left) => {
  expect(changed(line, tag)).toBe(left);
});

it('names a tag by all that it holds, and nothing that is none', () => {
  expect(showingTag('*\\"')?.when[0]?.values).toEqual([{ type: 'name', text: '\\*\\\\"' }]);
  expect(showingTag('  ')).toBeNull();
  expect(showingTag('x'.repeat(2000))).toBeNull();
});
