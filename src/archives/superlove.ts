import type { Archive } from './adapter';
import { otw } from './otw';

/** Runs an older otwarchive with a kind of tag of its own, "Medium". */
export const superlove: Archive = { id: 'superlove', name: 'Superlove', hosts: ['superlove.sayitditto.net'], adapter: otw };
