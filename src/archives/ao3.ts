import type { Site } from './adapter';

/**
 * Hosts: the site's own list of accepted names, and front ends that other readers' tools know
 * (otwarchive's configuration; FanFicFare's adapter for the archive).
 */
export const ao3: Site = {
  id: 'ao3',
  name: 'Archive of Our Own',
  hosts: [
    'archiveofourown.org',
    'www.archiveofourown.org',
    'archiveofourown.com',
    'www.archiveofourown.com',
    'archiveofourown.net',
    'www.archiveofourown.net',
    'ao3.org',
    'www.ao3.org',
    'insecure.archiveofourown.org',
    'secure.archiveofourown.org',
    'download.archiveofourown.org',
    'archive.transformativeworks.org',
    'archiveofourown.gay',
  ],
};
