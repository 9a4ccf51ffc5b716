import { COLOUR_VALUES, COLOURS, type Colour } from '../domain/look';
import type { RemarkPair } from './draft';

/*
 * Other blockers let readers choose any colour; here a rule has one of eight, which stand out on every skin. A colour
 * from elsewhere becomes the one of the nearest hue.
 */

/** Below this, from 0 to 1, nobody sees a hue. */
const FAINT = 0.12;

interface Hue {
  /** In degrees. */
  hue: number;
  /** How far from grey, from 0 to 1. */
  chroma: number;
}

/** Red, green and blue from 0 to 1, of `#rgb`, `#rrggbb` and `rgb(r, g, b)`, each also with how much shines through; null for anything else and for nothing to see. */
function channels(written: string): [number, number, number] | null {
  const text = written.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])([\da-f])?$/.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/.exec(text);
  const numbers = /^rgba?\(\s*(\d{1,3})\s*[ ,]\s*(\d{1,3})\s*[ ,]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6}%?)\s*)?\)$/.exec(text);
  const digits = (short ?? long)?.slice(1).map((part) => (part === undefined ? 1 : parseInt(part.padEnd(2, part), 16) / 255));
  const [red, green, blue, alpha = 1] = digits ?? numbers?.slice(1, 4).map((part) => Math.min(255, Number(part)) / 255) ?? [];
  const clear = alpha === 0 || (numbers?.[4] !== undefined && parseFloat(numbers[4]) === 0);
  return red === undefined || green === undefined || blue === undefined || clear ? null : [red, green, blue];
}

function hueOf([red, green, blue]: readonly [number, number, number]): Hue {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const chroma = most - least;
  if (chroma === 0) return { hue: 0, chroma };
  const sixth = most === red ? (green - blue) / chroma + 6 : most === green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
  return { hue: (sixth * 60) % 360, chroma };
}

/** The colour of ours that is nearest to one that is written as style sheets write it; null when that is none. */
export function nearestColour(written: string): Colour | null {
  const own = channels(written);
  if (own === null) return null;
  const { hue, chroma } = hueOf(own);
  if (chroma < FAINT) return 'grey';
  const away = (colour: Colour): number => {
    const other = hueOf(channels(COLOUR_VALUES[colour]) ?? own).hue;
    return Math.min(Math.abs(hue - other), 360 - Math.abs(hue - other));
  };
  return COLOURS.filter((colour) => colour !== 'grey').reduce((best, colour) => (away(colour) < away(best) ? colour : best));
}

/** What a highlighting rule gets of the colour that it had, and what is to be said of that. */
export function carriedColour(written: string): { colour?: Colour; remark: RemarkPair } {
  const colour = nearestColour(written);
  return colour === null ? { remark: ['colour_left', ''] } : { colour, remark: ['colour_nearest', written.trim()] };
}
