import type { Site } from './adapter';

/** A general archive on otwarchive, run by Squidge. */
export const squidgeworld: Site = { id: 'squidgeworld', name: 'SquidgeWorld', hosts: ['squidgeworld.org'] };
