import type { Site } from './adapter';

/** The Star Trek archive, on otwarchive. */
export const adastra: Site = { id: 'adastra', name: 'Ad Astra', hosts: ['www.adastrafanfic.com'] };
