// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTagPage } from '../../src/archives/otw/tag-page';
import { renderListingPage, renderTagPage, type TagPageSpec } from '../../tools/demo-archive/markup';
import { parse } from './specs';

const read = (spec: Partial<TagPageSpec>) => readTagPage(parse(renderTagPage({ name: 'Omegaverse', type: 'Additional Tags', canonical: true, ...spec })));

describe('the page of a tag', () => {
  it('names synonyms, and the tags below at every depth', () => {
    expect(read({ synonyms: ['A/B/O', 'abo'], subtags: [{ name: 'Alphas', below: [{ name: 'Alpha Ana' }] }, { name: 'Omegas' }], parents: ['No Fandom'], metatags: [{ name: 'Above' }] })).toEqual({
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
