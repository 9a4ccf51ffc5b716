import type { Site } from './adapter';
import { ficbook } from './ficbook';
import { fimfiction } from './fimfiction';
import { royalRoad } from './royal-road';
import { scribbleHub } from './scribble-hub';

/** Sites that are read while the reader allows it, which is asked for with a press; without what reads them. One line a site. */
export const optionalSites: readonly Site[] = [royalRoad, scribbleHub, fimfiction, ficbook];

/** Paths of single works on these sites: of those only listings are known, so no script may run there. */
export const OPTIONAL_WORKS = ['/fiction/*', '/story/*', '/series/*', '/read/*', '/readfic/*'];
