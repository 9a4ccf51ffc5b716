import type { Site } from './adapter';

/** A general archive on otwarchive. */
export const cfaa: Site = { id: 'cfaa', name: 'CFAA', hosts: ['www.cfaarchive.org'] };
