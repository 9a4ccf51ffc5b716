import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOUR_VALUES, COLOURS } from '../../src/domain/look';
import { nearestColour } from '../../src/exchange/colours';

describe('a colour from another blocker', () => {
  it.each(COLOURS)('stays what it is: %s', (colour) => {
    expect(nearestColour(COLOUR_VALUES[colour])).toBe(colour);
  });

  it.each([
    ['#f00', 'orange'],
    ['#EB6F92', 'rose'],
    ['#ffe0829e', 'gold'],
    ['rgb(0, 255, 0)', 'green'],
    ['rgba(0 0 255 / 50%)', 'blue'],
    ['#000', 'grey'],
    ['#fffefc', 'grey'],
    ['#0ff8', 'teal'],
    ['#a0f', 'violet'],
  ])('becomes the one of the nearest hue: %s', (written, colour) => {
    expect(nearestColour(written)).toBe(colour);
  });

  it.each(['', 'transparent', '#0000', '#ff000000', 'rgba(1, 2, 3, 0)', 'red;', 'var(--x)', '#12345', 'rgb(1,2)'])('is none: %s', (written) => {
    expect(nearestColour(written)).toBeNull();
  });

  it('is one of ours or none, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => [null, ...COLOURS].includes(nearestColour(text))));
    fc.assert(fc.property(fc.stringMatching(/^#[\da-f]{6}$/), (text) => COLOURS.includes(nearestColour(text) as never)));
  });
});
