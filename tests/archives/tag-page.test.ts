// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedBy, tagPath } from '../../src/archives/otw/address';
import { readListedTag, readTagAnswer, readTagPage } from '../../src/archives/otw/tag-page';
import { renderListingPage, renderTagPage, type TagPageSpec } from '../../tools/demo-archive/markup';
import { parse } from './specs';

const read = (spec: Partial<TagPageSpec>) => readTagPage(parse(renderTagPage({ name: 'Omegaverse', type: 'Additional Tags', canonical: true, ...spec })));

describe('the page of a tag', () => {
  it('names synonyms, and the tags below at every depth', () => {
    expect(
      read({
        synonyms: ['A/B/O', 'abo'],
        subtags: [{ name: 'Alphas', below: [{ name: 'Alpha Ana' }] }, { name: 'Omegas' }],
        parents: ['No Fandom'],
        metatags: [{ name: 'Above' }],
      }),
    ).toEqual({
      name: 'Omegaverse',
      canonical: 'Omegaverse',
      same: ['A/B/O', 'abo'],
      below: ['Alphas', 'Alpha Ana', 'Omegas'],
      cut: false,
    });
  });

  it('names the tag that a synonym stands for', () => {
    expect(read({ name: 'abo', canonical: false, synonymOf: 'Omegaverse' })).toMatchObject({ name: 'abo', canonical: 'Omegaverse', same: [] });
  });

  it('says that a long list is cut', () => {
    expect(read({ synonyms: Array.from({ length: 300 }, (_, index) => `tag ${index}`) })?.cut).toBe(true);
  });

  it('cuts what is longer than any page, and leaves out what has no name', () => {
    const page = read({ subtags: [{ name: ' ' }, ...Array.from({ length: 2100 }, (_, index) => ({ name: `tag ${index}` }))] });
    expect(page?.below).toHaveLength(2000);
    expect(page?.cut).toBe(true);
    expect(page?.below[0]).toBe('tag 0');
  });

  it('knows nothing of tags that nobody has sorted, and of other pages', () => {
    expect(read({ canonical: false })).toBeNull();
    expect(readTagPage(parse(renderListingPage({ listing: 'works', path: '/works', items: [] })))).toBeNull();
  });

  const SAMPLE = '../shared/samples/pages/ao3-tag.html';
  it.skipIf(!existsSync(SAMPLE))('is read from a real page', () => {
    const page = readTagPage(parse(readFileSync(SAMPLE, 'utf8')));
    expect(page?.canonical).toBe(page?.name);
    expect(page?.same).toHaveLength(301);
    expect(page?.cut).toBe(true);
  });
});

describe('a listing whose heading names another tag than its address', () => {
  const listing = (tag: string): Document => parse(renderListingPage({ listing: 'tag-works', tag, path: '/tags/x/works', items: [] }));

  it('tells what the tag of the address stands for', () => {
    const url = new URL('https://archiveofourown.org/tags/A*s*B*s*O/works?page=2');
    expect(readListedTag(listing('Alpha/Beta/Omega Dynamics'), url)).toEqual({
      name: 'A/B/O',
      canonical: 'Alpha/Beta/Omega Dynamics',
      same: [],
      below: [],
      cut: false,
    });
  });

  it('tells nothing where it names the same tag, and on other pages', () => {
    expect(readListedTag(listing('Fluff'), new URL('https://archiveofourown.org/tags/Fluff/works'))).toBeNull();
    expect(readListedTag(listing('Fluff'), new URL('https://archiveofourown.org/works?tag_id=fluffy'))).toBeNull();
    const nowhere = parse('<div id="main" class="works-index"><h2 class="heading"><a class="tag" href="https://[">Fluff</a></h2></div>');
    expect(readListedTag(nowhere, new URL('https://archiveofourown.org/tags/fluffy/works'))).toBeNull();
    expect(
      readListedTag(parse(renderListingPage({ listing: 'works', path: '/works', items: [] })), new URL('https://archiveofourown.org/tags/Fluff/works')),
    ).toBeNull();
  });
});

describe('the answer to a question about a tag', () => {
  it('is the page of the tag, of one that nobody has sorted, or nothing of use', () => {
    expect(readTagAnswer(renderTagPage({ name: 'Omegaverse', type: 'Additional Tags', canonical: true, synonyms: ['abo'] }))).toMatchObject({
      name: 'Omegaverse',
      same: ['abo'],
    });
    expect(readTagAnswer(renderTagPage({ name: 'i am tired', type: 'Additional Tags', canonical: false }))).toBe('unsorted');
    expect(readTagAnswer('<h1>Log in</h1>')).toBeNull();
    expect(readTagAnswer('')).toBeNull();
  });
});

describe('the address of a tag', () => {
  it('is the one that the archive gives it', () => {
    expect(tagPath('R. R. Martin & Co? #1 a/b')).toBe('/tags/R*d*%20R*d*%20Martin%20*a*%20Co*q*%20*h*1%20a*s*b');
  });

  it('leads to a page about a tag and to no other, whatever the name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('../works/1', '..', 'x/works', '?a', '//evil.example')), (name) => {
        fc.pre(!name.includes('*') && name.isWellFormed());
        const url = new URL(`https://archive.test${tagPath(name)}`);
        expect(url.pathname.split('/')).toHaveLength(3);
        expect(url.host + url.search + url.hash).toBe('archive.test');
        expect(namedBy(url)).toEqual({ kind: 'tag', name });
      }),
    );
  });
});
