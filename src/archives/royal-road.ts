import type { Site } from './adapter';

/** Royal Road; every parser that was looked at asks this host. */
export const royalRoad: Site = { id: 'royal-road', name: 'Royal Road', hosts: ['www.royalroad.com'] };
