import type { Site } from './adapter';
import { fanfictionNet } from './fanfiction-net';
import { fictionpress } from './fictionpress';

/** The sites on FanFiction.net's software, without what reads them. One line a site. */
export const fanfictionSites: readonly Site[] = [fanfictionNet, fictionpress];

/** Paths on which the phone site lists reviews in the same markup as stories; no script may run there. */
export const FANFICTION_REVIEWS = '/r/*';
