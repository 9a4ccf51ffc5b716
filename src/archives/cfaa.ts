import type { Archive } from './adapter';
import { otw } from './otw';

/** A general archive on otwarchive. */
export const cfaa: Archive = { id: 'cfaa', name: 'CFAA', hosts: ['www.cfaarchive.org'], adapter: otw };
