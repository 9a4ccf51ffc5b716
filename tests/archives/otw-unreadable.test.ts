// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { UnreadableItem } from '../../src/archives/adapter';
import { renderListingPage, type ItemSpec } from '../../tools/demo-archive/markup';
import { itemsOf, workSpec, zed } from './specs';

const work: ItemSpec = { kind: 'work', work: workSpec() };
const bookmark: ItemSpec = {
  kind: 'bookmark',
  bookmark: { id: 1, bookmarker: zed, tags: [], notes: null, date: '2026-01-01' },
  of: { kind: 'work', work: workSpec() },
  count: 1,
};
const page = (item: ItemSpec, era?: string): string => renderListingPage({ listing: 'works', items: [item], path: '/works' }, era === undefined ? {} : { era });

const CHANGES: [what: string, before: RegExp, after: string, code: string][] = [
  ['the header has another class', /class="header module"/, 'class="top"', 'no-header'],
  ['the title is no link', /<a href="\/works\/4711">([^<]*)<\/a>/, '$1', 'no-title'],
  ['the symbols are gone', /<ul class="required-tags">[^]*?<\/ul>/, '', 'no-symbols'],
  ['the symbols have other classes', /(rating-teen) rating/, '$1', 'no-symbols'],
  ['the warnings symbol is gone', /warning-no warnings/, 'warning-no', 'no-symbols'],
  ['the fandoms are gone', /<h5 class="fandoms heading">/, '<h5 class="universes">', 'no-fandoms'],
  ['the tag list is gone', /<ul class="tags commas">/, '<ul class="labels">', 'no-tags'],
  ['the numbers are gone', /<dl class="stats">/, '<dl>', 'no-stats'],
];

describe('markup of tomorrow', () => {
  it.each(CHANGES)('is refused when %s', (_, before, after, code) => {
    for (const item of [work, bookmark]) {
      const html = page(item);
      expect(html).toMatch(before);
      expect(() => itemsOf(html.replace(before, after))).toThrowError(expect.objectContaining({ code }));
    }
  });

  it('is refused when nothing tells the number of the work', () => {
    const html = page(work, '2018-03-01').replace('id="work_4711"', 'id="w"').replaceAll('/works/4711', '/w/4711');
    expect(() => itemsOf(html)).toThrowError(UnreadableItem);
    expect(() => itemsOf(html)).toThrowError(expect.objectContaining({ code: 'no-id' }));
  });

  it('is refused when an item is empty', () => {
    expect(() => itemsOf('<div id="main"><ol class="work index group"><li class="work blurb group" id="work_3"></li></ol></div>')).toThrowError(
      expect.objectContaining({ code: 'no-header' }),
    );
    expect(() => itemsOf('<div id="main"><ul><li class="bookmark blurb group" id="bookmark_3"></li></ul></div>')).toThrowError(
      expect.objectContaining({ code: 'no-header' }),
    );
    expect(() => itemsOf('<div id="main"><ul><li class="collection item blurb group"></li></ul></div>')).toThrowError(
      expect.objectContaining({ code: 'no-header' }),
    );
  });

  it('does not take the header of a nested item for its own', () => {
    const html = `<div id="main"><ul class="prompt index group"><li class="blurb group"><div class="work listbox"><ul class="index group">${page(work).match(/<li id="work_[^]*<\/li>/)?.[0] ?? ''}</ul></div></li></ul></div>`;
    expect(() => itemsOf(html)).toThrowError(expect.objectContaining({ code: 'no-header' }));
  });
});

describe('hostile sizes', () => {
  it('cuts names and texts at the limits of the message schema', () => {
    const [read] = itemsOf(
      page({
        kind: 'work',
        work: workSpec({
          title: 'x'.repeat(5000),
          summary: 'y'.repeat(50_000),
          freeforms: ['z'.repeat(3000), ...Array.from({ length: 3000 }, (_, index) => `t${index}`)],
        }),
      }),
    );
    expect(read?.title).toHaveLength(1000);
    expect(read?.summary).toHaveLength(20_000);
    expect(read?.freeforms[0]).toHaveLength(1000);
    expect(read?.freeforms.length).toBeLessThanOrEqual(2000);
  });

  it('gives up an address that is unreasonably long', () => {
    const [read] = itemsOf(page(work).replace('href="/works/4711"', `href="/works/4711?${'x'.repeat(3000)}"`));
    expect(read).toMatchObject({ url: null, id: '4711' });
  });
});
