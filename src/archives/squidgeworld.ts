import type { Archive } from './adapter';
import { otw } from './otw';

/** A general archive on otwarchive, run by Squidge. */
export const squidgeworld: Archive = { id: 'squidgeworld', name: 'SquidgeWorld', hosts: ['squidgeworld.org'], adapter: otw };
