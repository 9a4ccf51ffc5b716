import type { Archive } from './adapter';
import { otw } from './otw';

/** The Star Trek archive, on otwarchive. */
export const adastra: Archive = { id: 'adastra', name: 'Ad Astra', hosts: ['www.adastrafanfic.com'], adapter: otw };
