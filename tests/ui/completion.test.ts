// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { offersFor } from '../../src/ui/parts/offers';
import { nameAsValue } from '../../src/rules/text/raw-value';
import { pieceAt, withPiece } from '../../src/ui/rule/piece-at';
import { get, settle, submit, type, words } from './screen';
import { useStage } from './stage';

describe('names that are offered', () => {
  it('begin with what was typed, then have a word that does, whatever the case and the quotes', () => {
    const names = ['Fluff', 'Tooth-Rotting Fluff', 'fluff and angst', 'Fluffy Bunnies', 'Angst', 'James “Bucky” Barnes', 'A/Fluff'];
    expect(offersFor('fluf', names)).toEqual(['Fluff', 'fluff and angst', 'Fluffy Bunnies', 'Tooth-Rotting Fluff', 'A/Fluff']);
    expect(offersFor('james "b', names)).toEqual(['James “Bucky” Barnes']);
    expect(offersFor('Fluff', names)).not.toContain('Fluff');
    expect(offersFor('  ', names)).toEqual([]);
  });

  it('are few, and of many names each is made ready once', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Tág number ${index} of “many”`);
    let times = 0;
    const map: typeof names.map = (make) => {
      times += 1;
      return Array.prototype.map.call(names, make as never) as never;
    };
    Object.defineProperty(names, 'map', { value: map });
    expect(offersFor('tag number 19', names)).toHaveLength(8);
    expect(offersFor('tag number 19999 of', names)).toEqual(['Tág number 19999 of “many”']);
    expect(times).toBe(1);
  });
});

describe('the value at the caret of a line', () => {
  const at = (line: string) => {
    const caret = line.includes('|') ? line.indexOf('|') : line.length;
    const piece = pieceAt(line.replace('|', ''), caret);
    return piece === null ? null : [piece.field.name, piece.typed];
  };

  it.each([
    ['fold tag: Flu', ['tag', 'Flu']],
    ['fold tag: "Flu', ['tag', 'Flu']],
    ['tag:', ['tag', '']],
    ['fold relationship[1-3]: A/B, C', ['relationship', 'C']],
    ['fold tag：A，Flu', ['tag', 'Flu']],
    ['fold tag: "a, b: c", Fl', ['tag', 'Fl']],
    ['fold tag: A, B unless fandom: C, not Te', ['fandom', 'not Te']],
    ['fold tag: not Te', ['tag', 'Te']],
    ['fold tag: A and character: He', ['character', 'He']],
    ['fold tag: Fl|uff and fandom: X', ['tag', 'Fl']],
    ['fold tag: "a \\" b', ['tag', 'a \\" b']],
  ])('in %s is known', (line, piece) => {
    expect(at(line)).toEqual(piece);
  });

  it.each(['', 'fold', 'fold tag: "Fluff"', 'fold tag: Fluff unless fan', '# tag: Fl', 'fold nonsense: x'])('is none in %s', (line) => {
    expect(at(line)).toBeNull();
  });

  it('is replaced without touching the rest', () => {
    const line = 'fold tag: "Flu, Angst';
    const piece = pieceAt(line, 14);
    expect(withPiece(line, 14, piece ?? ({ from: 0 } as never), nameAsValue('A "b" *c\\'))).toEqual({
      line: 'fold tag: "A \\"b\\" \\*c\\\\", Angst',
      caret: 25,
    });
  });
});

describe('a line with offers', () => {
  const stage = useStage();
  const offers = (): string[] => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent ?? '');
  const key = async (field: HTMLElement, name: string): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    field.dispatchEvent(event);
    await settle();
    return event;
  };
  const typed = async (words: string): Promise<HTMLInputElement> => {
    const field = get<HTMLInputElement>('text', 'Add a rule');
    field.focus();
    await type(field, words);
    return field;
  };

  it('takes names of works seen recently, asked for only when the field is entered', async () => {
    stage.background.names = { fandom: ['Star Trek: Voyager', 'Star Wars'], freeform: ['Starvation'] };
    await stage.options('#/rules');
    expect(stage.background.sent.some(({ name }) => name === 'seen-names')).toBe(false);
    const field = await typed('hide fandom: sta');
    await type(field, 'hide fandom: star');
    expect(offers()).toEqual(['Star Trek: Voyager', 'Star Wars']);
    await key(field, 'ArrowDown');
    expect((await key(field, 'Enter')).defaultPrevented).toBe(true);
    expect(field.value).toBe('hide fandom: "Star Trek: Voyager"');
    expect(field.selectionStart).toBe(field.value.length);
    expect(offers()).toEqual([]);
    await submit(field);
    expect(stage.background.rules).toMatchObject([{ action: 'hide', id: 'fandom: "Star Trek: Voyager"' }]);
  });

  it('offers what a closed field can be, without quotes', async () => {
    await stage.options('#/rules');
    const field = await typed('fold rating: exp');
    await key(field, 'ArrowDown');
    await key(field, 'Enter');
    expect(field.value).toBe('fold rating: explicit');
  });

  it('closes by Escape, and leaves Enter to the line', async () => {
    stage.background.names = { fandom: ['Star Wars'] };
    await stage.options('#/rules');
    const field = await typed('fold tag: st');
    await type(field, 'fold tag: sta');
    expect(offers()).toEqual(['Star Wars']);
    expect((await key(field, 'Enter')).defaultPrevented).toBe(false);
    await key(field, 'Escape');
    expect(offers()).toEqual([]);
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes without names where they cannot be had', async () => {
    stage.background.refuse = { name: 'seen-names', code: 'failed' };
    await stage.options('#/rules');
    await typed('fold tag: sta');
    expect(offers()).toEqual([]);
    expect(words()).not.toContain('failed');
  });
});
