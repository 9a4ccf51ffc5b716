import type { Site } from './adapter';

/** FictionPress: original works on the software of FanFiction.net, so without fandoms; its sections are genres. */
export const fictionpress: Site = { id: 'fictionpress', name: 'FictionPress', hosts: ['www.fictionpress.com', 'm.fictionpress.com'] };
