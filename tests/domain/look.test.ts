import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chosen, COLOUR_VALUES, COLOURS, DENSITIES, FOLD_STYLES, USUAL_LOOK, wordsOfLook } from '../../src/domain/look';

const css = ['look.css', 'judged.css'].map((file) => readFileSync(`src/page/${file}`, 'utf8').replace(/\s+/g, ' ')).join(' ');

/** Relative luminance of a colour such as #b8860b, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the look', () => {
  it.each(COLOURS)('has %s in a shade that stands out from light and from dark pages', (colour) => {
    for (const page of ['#ffffff', '#333333', '#000000']) expect(contrast(COLOUR_VALUES[colour], page)).toBeGreaterThanOrEqual(3);
  });

  it('says nothing of what is usual', () => {
    expect(wordsOfLook(USUAL_LOOK)).toBe('');
  });

  it('says every choice in a word that the style sheets know, in the same colour', () => {
    for (const foldStyle of FOLD_STYLES)
      for (const word of wordsOfLook({ ...USUAL_LOOK, foldStyle })
        .split(' ')
        .filter(Boolean))
        expect(css).toContain(`[data-foldaway-look~='${word}']`);
    for (const density of DENSITIES)
      for (const word of wordsOfLook({ ...USUAL_LOOK, density })
        .split(' ')
        .filter(Boolean))
        expect(css).toContain(`[data-foldaway-look~='${word}']`);
    for (const colour of COLOURS) {
      const value = COLOUR_VALUES[colour];
      expect(css).toContain(`[data-foldaway-look~='${wordsOfLook({ ...USUAL_LOOK, foldColour: colour })}'] { --foldaway-fold: ${value}; }`);
      const word = wordsOfLook({ ...USUAL_LOOK, highlightColour: colour });
      expect(css).toContain(`[data-foldaway-colour='${colour}'] { --foldaway-highlight: ${value}; }`);
      expect(css).toContain(word === '' ? `var(--foldaway-highlight, ${value})` : `[data-foldaway-look~='${word}'] { --foldaway-highlight: ${value}; }`);
    }
    expect(css).toContain(`[data-foldaway-look~='${wordsOfLook({ ...USUAL_LOOK, addButtons: false })}']`);
  });

  it('is as usual where a later version has kept a choice that this one does not know', () => {
    expect(chosen(DENSITIES, 'airy', 'usual')).toBe('usual');
    expect(chosen(DENSITIES, 7, 'usual')).toBe('usual');
    expect(chosen(DENSITIES, 'tight', 'usual')).toBe('tight');
  });
});
