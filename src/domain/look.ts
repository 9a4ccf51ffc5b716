/*
 * How the reader wants what is drawn on archives' pages to look. The choices become words in an attribute of the
 * page's root element, and style sheets do the rest (src/page/look.css).
 */

/** `boxed`: the line stands in the box that the archive gives each item; `bare`: without that box. */
export const FOLD_STYLES = ['boxed', 'bare'] as const;
export const DENSITIES = ['roomy', 'usual', 'tight'] as const;
/**
 * Each stands out by at least 3 to 1 (WCAG 1.4.11) from a white page and from one as light as #333333, so that no
 * choice is lost on any skin of a site. The style sheet src/page/look.css has them too; a test compares them.
 */
export const COLOUR_VALUES = {
  gold: '#b8860b',
  orange: '#d0692a',
  rose: '#d0568a',
  violet: '#9a72c8',
  blue: '#3d84d6',
  teal: '#1f9088',
  green: '#46923a',
  grey: '#858585',
} as const;

export type FoldStyle = (typeof FOLD_STYLES)[number];
export type Density = (typeof DENSITIES)[number];
export type Colour = keyof typeof COLOUR_VALUES;
export const COLOURS = Object.keys(COLOUR_VALUES) as Colour[];

export interface Look {
  foldStyle: FoldStyle;
  density: Density;
  /** `skin`: folds have the colours of the site around them and no other. */
  foldColour: Colour | 'skin';
  highlightColour: Colour;
  /** Each item ends with a button that makes a rule from it. */
  addButtons: boolean;
}

/** What it is until the reader chooses. */
export const USUAL_LOOK: Look = { foldStyle: 'boxed', density: 'usual', foldColour: 'skin', highlightColour: 'gold', addButtons: true };

/** The words of the attribute `data-foldaway-look`; the usual look has none. */
export function wordsOfLook(look: Look): string {
  const words: string[] = [];
  if (look.foldStyle !== 'boxed') words.push(look.foldStyle);
  if (look.density !== 'usual') words.push(look.density);
  if (look.foldColour !== 'skin') words.push(`fold-${look.foldColour}`);
  if (look.highlightColour !== 'gold') words.push(`highlight-${look.highlightColour}`);
  if (!look.addButtons) words.push('no-buttons');
  return words.join(' ');
}

/** The choice when it is one of those that there are; a later version may have kept another. */
export const chosen = <Choice extends string>(choices: readonly Choice[], value: unknown, usual: Choice): Choice =>
  choices.find((one) => one === value) ?? usual;
