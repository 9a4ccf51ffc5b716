import { adastra } from './adastra';
import type { Archive } from './adapter';
import { ao3 } from './ao3';
import { cfaa } from './cfaa';
import { squidgeworld } from './squidgeworld';
import { superlove } from './superlove';

/** The archives on otwarchive, apart from others so that their pages carry no other adapter. One line an archive. */
export const otwArchives: readonly Archive[] = [ao3, squidgeworld, superlove, adastra, cfaa];
