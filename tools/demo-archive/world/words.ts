/** Word stock for titles, summaries and names. */
export const ADJECTIVES =
  'quiet amber hollow late crooked borrowed gentle burning paper unfinished second northern silver patient stolen little bright ordinary salt wandering half-lit tender reckless hidden'.split(
    ' ',
  );
export const NOUNS =
  'lantern harbor winter letter orchard tide door kitchen candle ember window train crown garden mirror ghost map bridge clock storm attic feather anchor bell'.split(
    ' ',
  );
export const PLACES = [
  'the harbor',
  'Low Ember',
  'the ninth door',
  'the night shift',
  'an empty station',
  'the old lighthouse',
  'the kitchen at 3 a.m.',
  'a borrowed coat',
];
export const VERBS = ['finds', 'loses', 'remembers', 'refuses to talk about', 'writes to', 'waits for', 'breaks into', 'teaches', 'saves', 'forgets'];

export const LOGIN_STARTS = 'quiet ink salt moth amber fern night paper wren ash tidal lumen copper velvet thistle rook sparrow hazel static plum'.split(' ');
export const LOGIN_ENDS = 'harbor ember quill lantern teacup orchard fox comet garden riddle sonnet button marrow willow circuit otter'.split(' ');

export const COLLECTION_NAMES = [
  'Winter Lights Exchange 2025',
  'Rare Pairs of Nowhere',
  'Lantern Bingo',
  'The Blanket Fort',
  'Tiny Stories Big Feelings',
  'Marrow & Thistle Week',
  'Podfic Picnic',
  'Yuletide of the Lighthouse',
];
