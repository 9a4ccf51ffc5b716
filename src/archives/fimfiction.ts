import type { Site } from './adapter';

/** Fimfiction; user scripts for it name this host only. */
export const fimfiction: Site = { id: 'fimfiction', name: 'Fimfiction', hosts: ['www.fimfiction.net'] };
