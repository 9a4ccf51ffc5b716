// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isOpenedReady, originOf, readOpened, sniffOpened } from '../../../src/archives/saved/opened';
import { copiedText, downloadedHtml, downloadedText } from '../../fixtures/saved-works/works';

/** A page as the browser has it while it still reads the file, or when it is done. */
function opened(html: string, { state = 'loading', type = 'text/html' } = {}): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(document, 'readyState', { value: state });
  Object.defineProperty(document, 'contentType', { value: type });
  return document;
}
/** A text is shown in one element. */
function openedText(text: string, state = 'complete'): Document {
  const document = opened('<body></body>', { state, type: 'text/plain' });
  document.body.append(Object.assign(document.createElement('pre'), { textContent: text }));
  return document;
}

describe('a page that is opened from disk', () => {
  it('is a saved work when it begins with the preface of a download', () => {
    const begun = opened(downloadedHtml().split('<dl')[0] ?? '');
    expect(sniffOpened(begun)).toBe(true);
    expect(isOpenedReady(begun)).toBe(false);
    expect(isOpenedReady(opened(downloadedHtml()))).toBe(true);
    expect(readOpened(opened(downloadedHtml()))).toMatchObject({ id: '77', title: 'Roads' });
  });

  it('is anything else at the sight of another first element', () => {
    expect(sniffOpened(opened('<body>'))).toBeNull();
    expect(sniffOpened(opened('<body>', { state: 'interactive' }))).toBe(false);
    expect(sniffOpened(opened('<body><p>Hello</p><div id="preface"></div>'))).toBe(false);
  });

  it.each([downloadedText(), copiedText('single'), copiedText('chapter'), copiedText('paragraphs')])(
    'is a saved work when it is a text of a known form',
    (text) => {
      expect(sniffOpened(openedText(text))).toBe(true);
      expect(readOpened(openedText(text))?.relationships).toContain('Ana/Bo');
      expect(isOpenedReady(openedText(text))).toBe(false);
    },
  );

  it('is another text as soon as enough of it is there', () => {
    expect(sniffOpened(openedText('Dear Ana', 'loading'))).toBeNull();
    expect(sniffOpened(openedText('Dear Ana'))).toBe(false);
    expect(sniffOpened(openedText('Dear Ana '.repeat(3000), 'loading'))).toBe(false);
  });
});

describe('a hostile text', () => {
  it('is told from a work in the time that its length takes', () => {
    // Squared, it would be hours: the test would not come to its end.
    const blank = '\n'.repeat(2_000_000);
    expect(sniffOpened(openedText(blank))).toBe(false);
    expect(readOpened(openedText(blank))).toBeNull();
  });
});

describe('what stands for a saved work', () => {
  it('is its page on the archive', () => {
    const work = readOpened(opened(downloadedHtml()));
    expect(originOf(work, 'file:///home/ana/roads.html')).toEqual({ id: 'ao3', name: 'Archive of Our Own', address: 'https://archiveofourown.org/works/77' });
    const elsewhere = readOpened(opened(downloadedHtml().replaceAll('archiveofourown.org', 'squidgeworld.org')));
    expect(originOf(elsewhere, 'file:///a.html')).toMatchObject({ id: 'squidgeworld', address: 'https://squidgeworld.org/works/77' });
  });

  it('is an address that no other file has, where the text does not tell', () => {
    const work = readOpened(openedText(copiedText('single')));
    expect(originOf(work, 'file:///home/ana/one.txt').address).toBe('https://archiveofourown.org/home/ana/one.txt');
    expect(originOf(work, 'file:///C:/two.txt').address).toBe('https://archiveofourown.org/C:/two.txt');
    expect(originOf(null, 'file://server/share/three.txt').id).toBe('ao3');
  });

  it('is its page on a site of its own, where that is no archive known from the start', () => {
    const work = readOpened(opened(downloadedHtml().replaceAll('archiveofourown.org', 'fics.example.org')));
    expect(work).toMatchObject({ id: '77', title: 'Roads' });
    expect(originOf(work, 'file:///a.html')).toEqual({ id: 'fics.example.org', name: 'fics.example.org', address: 'https://fics.example.org/works/77' });
  });

  it('has no number where the address is none of a site', () => {
    const work = readOpened(opened(downloadedHtml().replaceAll('https://archiveofourown.org', 'ftp://evil.example')));
    expect(originOf(work, 'file:///a.html').address).toBe('https://archiveofourown.org/a.html');
    expect(work).toMatchObject({ id: null, url: null, title: 'Roads' });
  });
});
