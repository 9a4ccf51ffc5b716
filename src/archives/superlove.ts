import type { Site } from './adapter';

/** Runs an older otwarchive with a kind of tag of its own, "Medium". */
export const superlove: Site = { id: 'superlove', name: 'Superlove', hosts: ['superlove.sayitditto.net'] };
