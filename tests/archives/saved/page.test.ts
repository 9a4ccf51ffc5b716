// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/archives/saved/opened';
import { maySavedPage, readPage, sniffPage } from '../../../src/archives/saved/page';
import { renderAdultNotice, renderWorkPage } from '../../../tools/demo-archive/markup/index';
import { aWork, listingOf } from '../../e2e/harness/works';

const work = aWork(77, { freeforms: ['Aardvark'] });
/** As browsers save a page whole: links lead to where they led. */
const whole = (html: string, host = 'archiveofourown.org'): string => html.replace(/(href|action)="\//g, `$1="https://${host}/`);

function opened(html: string, state = 'complete'): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(document, 'readyState', { value: state });
  return document;
}

describe('a page that the browser has saved', () => {
  it.each([
    ['whole', whole(renderWorkPage(work))],
    ['as HTML only', renderWorkPage(work)],
    ['in front of an adult work', whole(renderAdultNotice({ ...work, rating: 'explicit' }))],
  ])('is that of a work: %s', (_, html) => {
    const document = opened(html);
    expect([maySavedPage(document), sniffPage(document)]).toEqual([true, true]);
    const read = readPage(document);
    expect(read).toMatchObject({ id: '77', title: 'Work 77', freeforms: ['Aardvark'] });
    expect(originOf(read, 'file:///home/ana/saved.html')).toMatchObject({ id: 'ao3', address: 'https://archiveofourown.org/works/77' });
  });

  it('is of the archive that its links lead to, or of a site of its own', () => {
    const elsewhere = readPage(opened(whole(renderWorkPage(work), 'squidgeworld.org')));
    expect(originOf(elsewhere, 'file:///a.html')).toMatchObject({ id: 'squidgeworld', address: 'https://squidgeworld.org/works/77' });
    const added = readPage(opened(whole(renderWorkPage(work), 'fics.example.org')));
    expect(added).toMatchObject({ id: '77', freeforms: ['Aardvark'] });
    expect(originOf(added, 'file:///a.html')).toMatchObject({ id: 'fics.example.org', address: 'https://fics.example.org/works/77' });
  });

  it('is none when it lists works, and none of the archive without its mark', () => {
    const listing = opened(whole(listingOf([work])));
    expect([maySavedPage(listing), sniffPage(listing)]).toEqual([true, false]);
    expect(maySavedPage(opened('<body class="a"><div id="main" class="works-show"></div>'))).toBe(false);
  });

  it('is told as soon as its main part begins', () => {
    const begun = renderWorkPage(work).split('<div id="main"');
    expect(sniffPage(opened(begun[0] ?? '', 'loading'))).toBeNull();
    expect(sniffPage(opened(`${begun[0]}<div id="main" class="works-show region" role="main">`, 'loading'))).toBe(true);
  });
});
