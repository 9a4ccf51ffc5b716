import { describe, expect, it } from 'vitest';
import { emptyWork, type Work } from '../../src/domain/work';
import { handWords } from '../../src/i18n';
import { choicesOf, ruleOf, type Choice } from '../../src/page/panel/choices';

const work: Work = {
  ...emptyWork('work'),
  subject: 'work',
  id: '7',
  title: 'A title',
  creators: [{ name: 'pen', login: 'ana', pseud: 'pen', id: '12' }],
  fandoms: ['Gravelight'],
  warnings: ['none', 'death'],
  relationships: ['A/B', 'C & D'],
  words: 1200,
};
const labels = (over: Partial<Work> = {}, selected = ''): Record<string, string[]> =>
  Object.fromEntries(
    choicesOf({ ...work, ...over }, [{ theme: 'suicide', name: 'Suicide', words: [] }], selected).map(({ field, choices }) => [
      field,
      choices.map(({ label }) => label),
    ]),
  );

describe('the choices of a panel', () => {
  it('are what the work states, and nothing else', () => {
    expect(labels()).toEqual({
      theme: ['Suicide'],
      warning: ['Major Character Death'],
      relationship: ['A/B', 'C & D'],
      fandom: ['Gravelight'],
      creator: ['pen (ana)'],
      words: ['<5000', '>1000'],
      work: ['A title'],
    });
  });

  it('say of a tag which themes it is recognised as', () => {
    const groups = choicesOf(
      { ...work, freeforms: ['Omegaverse', 'Fluff'], characters: ['Somebody'] },
      [
        { theme: 'omegaverse', name: 'Omegaverse', words: ['Omegaverse'] },
        { theme: 'medical', name: 'Medical', words: ['Omegaverse', 'Elsewhere'] },
      ],
      '',
    );
    expect(groups.flatMap(({ choices }) => choices).flatMap(({ label, themes }) => (themes === undefined ? [] : [[label, themes]]))).toEqual([
      ['Omegaverse', ['Omegaverse', 'Medical']],
    ]);
  });

  it('hold genres, and tags of kinds that only this archive has', () => {
    expect(labels({ genres: ['Angst', 'Hurt/Comfort'] })['genre']).toEqual(['Angst', 'Hurt/Comfort']);
    expect(labels({ otherTags: ['Podfic'] })['tag']).toEqual(['Podfic']);
  });

  it("call an anonymous creator so in the reader's language", () => {
    handWords({ texts: { gate_anonymous: 'Anonym' }, plurals: [], digits: [] });
    expect(labels({ creators: [], anonymous: true })['creator']).toEqual(['Anonym']);
    handWords(undefined);
  });

  it('hold selected words first, and lengths at both ends', () => {
    expect(Object.keys(labels({}, 'some words'))[0]).toBe('summary');
    expect(labels({ words: 12 })['words']).toEqual(['<500']);
    expect(labels({ words: 900_000 })['words']).toEqual(['>200000']);
  });

  it('make a rule with a colour only where it highlights', () => {
    const [first] = choicesOf(work, [], '').flatMap(({ choices }) => choices);
    const chosen = first === undefined ? [] : [first];
    expect([ruleOf('highlight', chosen, false, 'teal').colour, ruleOf('highlight', chosen).colour, ruleOf('fold', chosen, false, 'teal').colour]).toEqual([
      'teal',
      undefined,
      undefined,
    ]);
  });

  it('make a rule of any of one kind and something of each kind, with account numbers', () => {
    const all = choicesOf(work, [], '').flatMap(({ choices }) => choices);
    const pick = (...wanted: string[]): Choice[] => wanted.flatMap((label) => all.filter((choice) => choice.label === label));
    expect(ruleOf('hide', pick('A/B', 'C & D', 'pen (ana)'))).toEqual({
      action: 'hide',
      when: [
        { field: 'relationship', values: ['A/B', 'C & D'], ids: [null, null] },
        { field: 'creator', values: ['ana'], ids: ['12'] },
      ],
      unless: [],
    });
  });
});
