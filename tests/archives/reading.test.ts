// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/archives/reading/dates';
import { chapterCounts, firstNumber, ownText } from '../../src/archives/reading/numbers';
import { absolute, clean, decode, paragraphs } from '../../src/archives/reading/text';
import { NOW } from './specs';

const element = (html: string): Element => {
  const { body } = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html');
  return body.firstElementChild ?? body;
};

describe('dates', () => {
  it.each([
    ['05 Mar 2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['31 Dec 2009', '2009-12-31'],
    ['2026-03-05', '2026-03-05'],
    ['(2026-03-05)', '2026-03-05'],
    ['less than a minute', '2026-11-20'],
    ['half a minute', '2026-11-20'],
    ['14 minutes', '2026-11-20'],
    ['about 13 hours', '2026-11-19'],
    ['about 1 hour', '2026-11-20'],
    ['1 day', '2026-11-19'],
    ['3 days', '2026-11-17'],
    ['about 1 month', '2026-10-21'],
    ['over 2 years', '2024-11-20'],
    ['05 Foo 2026', null],
    ['05 Anf 2026', null],
    ['yesterday', null],
    ['', null],
  ])('reads "%s"', (text, expected) => {
    expect(isoDate(text, NOW)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['1,234', 1234],
    ['0', 0],
    ['1,054,753', 1_054_753],
    ['10,873📄 Medium', 10_873],
    ['', null],
    ['many', null],
    ['9'.repeat(400), null],
  ])('reads "%s"', (text, expected) => {
    expect(firstNumber(text)).toBe(expected);
  });

  it('leaves out what other extensions add', () => {
    expect(ownText(element('<b>99</b><a href="/x">3</a>/<i>8</i>9'))).toBe('3/9');
  });

  it.each([
    ['3/9', { posted: 3, planned: 9 }],
    ['1,200/?', { posted: 1200, planned: null }],
    ['2/100,000', { posted: 2, planned: 100_000 }],
    ['3', null],
  ])('reads chapters "%s"', (text, expected) => {
    expect(chapterCounts(text)).toEqual(expected);
  });
});

describe('text', () => {
  it('keeps words of neighbouring paragraphs apart', () => {
    expect(paragraphs(element('<p>a journey</p><p>die Frau</p>tail<br>end<ul><li>one</li><li>two <b>b</b>old</li></ul>'))).toBe(
      'a journey\ndie Frau\ntail\nend\none\ntwo bold',
    );
  });

  it('has no text for nothing', () => {
    expect(paragraphs(null)).toBeNull();
    expect(paragraphs(element(' \n '))).toBeNull();
  });

  it('squeezes white space and undoes percent-encoding where it can', () => {
    expect(clean(' a\n\u00A0 b ')).toBe('a b');
    expect(decode('An%20Na')).toBe('An Na');
    expect(decode('100%')).toBe('100%');
  });

  it('makes addresses absolute', () => {
    const base = new URL('https://example.org/a/b');
    expect(absolute('/works/1', base)).toBe('https://example.org/works/1');
    expect(absolute('https://[', base)).toBeNull();
    expect(absolute('', base)).toBeNull();
    for (const runs of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'blob:https://example.org/1', 'file:///etc/passwd'])
      expect(absolute(runs, base), runs).toBeNull();
    expect(absolute(`/${'x'.repeat(3000)}`, base)).toBeNull();
  });
});
