import { describe, expect, it } from 'vitest';
import { archives, optionalArchives } from '../../src/archives/index';
import { hostOf, seriesNamed, workAddress, workIn, workNamed } from '../../src/domain/work-address';

describe('the address of a work', () => {
  it.each([...archives, ...optionalArchives].flatMap(({ hosts, adapter }) => hosts.map((host) => [host, adapter] as const)))(
    'is on %s what the archive itself takes for one',
    (host, adapter) => {
      const address = new URL(workAddress(host, '12'));
      expect(adapter.isWorkPage(address)).toBe(true);
      expect(workIn(address)).toBe('12');
      expect(workNamed(address.href)?.id).toBe('12');
    },
  );

  it('says the same whatever name of the archive it has', () => {
    for (const text of ['ao3.org/works/7', 'https://www.archiveofourown.org/works/7/chapters/9', 'HTTP://archiveofourown.gay/collections/x/works/7#a'])
      expect(workNamed(text)).toEqual({ host: 'archiveofourown.org', id: '7' });
    expect(workNamed('m.fanfiction.net/s/7/1/Title')).toEqual({ host: 'fanfiction.net', id: '7' });
  });

  it('is not that of anything else', () => {
    expect(workNamed('https://archiveofourown.org/series/7')).toBeNull();
    expect(workNamed('https://fanfiction.net/works/7')).toBeNull();
    expect(workNamed('__proto__/works/7')).toBeNull();
    expect(seriesNamed('https://archiveofourown.org/series/7')).toEqual({ host: 'archiveofourown.org', id: '7' });
    expect(seriesNamed('https://archiveofourown.org/works/7')).toBeNull();
    expect(hostOf('https://www.squidgeworld.org/external_works/3')).toBe('squidgeworld.org');
    expect(hostOf('no address')).toBeNull();
  });
});
