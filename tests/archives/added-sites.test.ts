import { describe, expect, it } from 'vitest';
import { addedSites, hostOfSite, settingOfSite } from '../../src/archives/added-sites';

describe('the address of a site to add', () => {
  it.each([
    ['fics.example.org', 'fics.example.org'],
    ['  https://Fics.Example.org/works?page=2 ', 'fics.example.org'],
    ['fics.example.org/tags/x', 'fics.example.org'],
    ['https://пример.рф/', 'xn--e1afmkfd.xn--p1ai'],
  ])('%s is that of %s', (typed, host) => {
    expect(hostOfSite(typed)).toEqual({ host });
  });

  it.each([
    ['', 'not_an_address'],
    ['not an address', 'not_an_address'],
    ['localhost', 'not_an_address'],
    ['192.168.1.1', 'not_an_address'],
    ['ftp://fics.example.org', 'not_an_address'],
    ['https://me@fics.example.org', 'not_an_address'],
    ['*.example.org', 'not_an_address'],
    ['http://fics.example.org', 'not_https'],
    ['https://fics.example.org:8443/', 'has_port'],
  ])('“%s” is none: %s', (typed, fault) => {
    expect(hostOfSite(typed)).toEqual({ fault });
  });
});

describe('the sites that were added', () => {
  it('are those that the settings name, by their host', () => {
    const settings = new Map<string, unknown>([
      [settingOfSite('fics.example.org'), true],
      [settingOfSite('gone.example.org'), false],
      [settingOfSite('*/evil'), true],
      ['site-off:fics.example.org', true],
    ]);
    expect(addedSites(settings)).toEqual([{ id: 'fics.example.org', name: 'fics.example.org', hosts: ['fics.example.org'] }]);
  });
});
