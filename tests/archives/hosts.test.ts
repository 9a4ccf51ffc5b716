import { describe, expect, it } from 'vitest';
import { archiveAt, archives } from '../../src/archives/index';

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
    const hosts = archives.flatMap((archive) => archive.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(new Set(archives.map((archive) => archive.id)).size).toBe(archives.length);
  });
});
