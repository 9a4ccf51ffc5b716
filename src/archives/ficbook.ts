import type { Site } from './adapter';

/** Ficbook; every parser that was looked at asks this host. */
export const ficbook: Site = { id: 'ficbook', name: 'Ficbook', hosts: ['ficbook.net'] };
