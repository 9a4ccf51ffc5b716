import { describe, expect, it } from 'vitest';
import { archiveAt, archives, optionalArchives } from '../../src/archives/index';
import { optionalSites } from '../../src/archives/optional-sites';

describe('addresses of archives', () => {
  it.each([
    ['https://archiveofourown.org/works', 'ao3'],
    ['https://www.archiveofourown.org/', 'ao3'],
    ['https://archiveofourown.com/', 'ao3'],
    ['https://archiveofourown.net/', 'ao3'],
    ['https://ao3.org/', 'ao3'],
    ['https://www.ao3.org/', 'ao3'],
    ['https://insecure.archiveofourown.org/', 'ao3'],
    ['https://secure.archiveofourown.org/', 'ao3'],
    ['https://download.archiveofourown.org/', 'ao3'],
    ['https://archive.transformativeworks.org/', 'ao3'],
    ['https://archiveofourown.gay/', 'ao3'],
    ['https://archiveofourown.org:8443/works', 'ao3'],
    ['https://squidgeworld.org/works', 'squidgeworld'],
    ['https://superlove.sayitditto.net/works', 'superlove'],
    ['https://www.adastrafanfic.com/', 'adastra'],
    ['https://www.cfaarchive.org/', 'cfaa'],
    ['https://www.royalroad.com/fictions/best-rated', 'royal-road'],
    ['https://www.fimfiction.net/stories', 'fimfiction'],
    ['https://www.scribblehub.com/series-ranking/', 'scribble-hub'],
    ['https://ficbook.net/find', 'ficbook'],
  ])('%s is %s', (address, id) => {
    expect(archiveAt(new URL(address))?.id).toBe(id);
  });

  it.each(['https://media.archiveofourown.org/', 'https://archiveofourown.org.example.net/', 'https://example.org/archiveofourown.org'])(
    '%s is none',
    (address) => {
      expect(archiveAt(new URL(address))).toBeUndefined();
    },
  );

  it('has every id and every host once', () => {
    const all = [...archives, ...optionalArchives];
    const hosts = all.flatMap((archive) => archive.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(new Set(all.map((archive) => archive.id)).size).toBe(all.length);
  });

  it('are asked for at the installation only where an archive is read from the start', () => {
    expect(optionalArchives.map(({ id, name, hosts }) => ({ id, name, hosts }))).toEqual(optionalSites);
    expect(archives.filter(({ id }) => optionalSites.some((site) => site.id === id))).toEqual([]);
  });
});
