import type { Site } from './adapter';

/** Scribble Hub; every parser that was looked at asks this host. */
export const scribbleHub: Site = { id: 'scribble-hub', name: 'Scribble Hub', hosts: ['www.scribblehub.com'] };
