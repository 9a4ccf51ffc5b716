// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { listingOf } from '../../src/page/listing-of';

const items = (): Element[] => [...document.querySelectorAll('.item')];
/** The listings of all items, by their ids. */
const listings = (html: string): (string | undefined)[] => {
  document.body.replaceChildren(new DOMParser().parseFromString(html, 'text/html').body);
  return items().map((item) => listingOf(item, items())?.id);
};

describe('the listing of an item', () => {
  beforeEach(() => document.body.replaceChildren());

  it('is its parent', () => {
    expect(listings('<ol id="a"><li class="item"><li class="item"></ol><div id="b"><p>x</p><div class="item"></div></div>')).toEqual(['a', 'a', 'b']);
  });

  it('is around the elements that hold one item each, also where our bar stands in one of them', () => {
    expect(listings('<ul id="a"><li><div><p class="item"></div><li><div><p class="item"></div></ul>')).toEqual(['a', 'a']);
    expect(listings('<div id="a"><h1></h1><div><p class="item"></div><div><foldaway-bar></foldaway-bar><p class="item"></div></div>')).toEqual(['a', 'a']);
  });

  it('is its parent when nothing else is listed with it, however it is packed', () => {
    expect(listings('<div><div id="a"><p class="item"></div></div>')).toEqual(['a']);
    expect(listings('<section><ul id="a"><li class="item"></ul></section><section><ul id="b"><li class="item"></ul></section>')).toEqual(['a', 'b']);
    expect(listings('<div><div id="a"><p class="item"></div><div>foot</div></div>')).toEqual(['a']);
  });

  it('is never further away than sites pack their items', () => {
    const deep = (id: string): string => `<div><div><div><div id="${id}"><p class="item"></div></div></div></div>`;
    expect(listings(`<div>${deep('a')}${deep('b')}</div>`)).toEqual(['a', 'b']);
  });
});
