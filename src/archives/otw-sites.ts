import { adastra } from './adastra';
import type { Site } from './adapter';
import { ao3 } from './ao3';
import { cfaa } from './cfaa';
import { squidgeworld } from './squidgeworld';
import { superlove } from './superlove';

/**
 * The sites on otwarchive, without what reads them, so that a script carries only what it uses and no other family's
 * adapter. One line a site.
 */
export const otwSites: readonly Site[] = [ao3, squidgeworld, superlove, adastra, cfaa];
