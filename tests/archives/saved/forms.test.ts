// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDownload } from '../../../src/archives/saved/download';
import { readSavedText } from '../../../src/archives/saved/text';
import type { Work } from '../../../src/domain/work';
import { copiedText, downloadedHtml, downloadedText } from '../../fixtures/saved-works/works';

const document = (html: string, type: DOMParserSupportedType = 'text/html'): Document => new DOMParser().parseFromString(html, type);

const COPIED = `Work Text:
The kettle clicked off.
[starting tags]
relationship: 
Ana & Bo
Ana/Bo

freeform: 
Slow Burn
Alpha/Beta

fandom: 
Bo/Ana
Gravelight
Fate/stay night

`;

const DOWNLOAD = `<html><head><title>T - a - F</title></head><body><div id="preface">
<p class="message"><b>Roads</b><br/>Posted originally on the <a href="http://archive.test/">Archive</a> at <a href="http://archive.test/works/77">http://archive.test/works/77</a>.</p>
<div class="meta"><dl class="tags">
<dt>Ratings:</dt><dd><a>Mature</a></dd><dt>Archive Warnings:</dt><dd><a>Major Character Death</a>, <a>Underage</a></dd>
<dt>Fandoms:</dt><dd><a>One, Two</a>, <a>Three</a></dd><dt>Relationship:</dt><dd><a>A/B</a></dd><dt>Additional Tags:</dt><dd><a>Slow Burn</a></dd>
<dt>Language:</dt><dd>English</dd><dt>Series:</dt><dd>Part 2 of <a href="http://archive.test/series/9">Long, long</a></dd>
<dt>Stats:</dt><dd>Published: 2020-01-29 Completed: 2020-02-02 Words: 12,861 Chapters: 2/2</dd></dl>
<h1>Roads</h1><div class="byline">by <a rel="author" href="http://archive.test/users/ana/pseuds/pen">pen (ana)</a></div>
<p>Summary</p><blockquote class="userstuff"><p>One.</p><p>Two.</p></blockquote></div></div>
<div id="chapters"><h1>Summary</h1><p>Summary</p><blockquote>not this</blockquote></div></body></html>`;

describe('a work page that was copied as text', () => {
  it('is read by its groups, and a fandom that is a relationship in truth is one', () => {
    expect(readSavedText(COPIED)).toMatchObject({
      relationships: ['Ana & Bo', 'Ana/Bo'],
      freeforms: ['Slow Burn', 'Alpha/Beta'],
      fandoms: ['Gravelight', 'Fate/stay night'],
    });
  });

  it('is not seen in other texts', () => {
    expect(readSavedText('Some story.\n\nrelationship: \nA/B\n')).toBeNull();
    expect(readSavedText('')).toBeNull();
  });
});

describe('a downloaded work', () => {
  const expected = {
    id: '77',
    title: 'Roads',
    ratings: ['mature'],
    warnings: ['death', 'underage'],
    fandoms: ['One, Two', 'Three'],
    relationships: ['A/B'],
    freeforms: ['Slow Burn'],
    languageName: 'English',
    series: [{ id: '9', title: 'Long, long', position: 2 }],
    published: '2020-01-29',
    updated: '2020-02-02',
    words: 12_861,
    chapters: { posted: 2, planned: 2 },
    complete: true,
    creators: [{ name: 'pen', login: 'ana', pseud: 'pen' }],
    summary: 'One.\nTwo.',
  };

  it('is read as HTML', () => {
    expect(readDownload(document(DOWNLOAD))).toMatchObject(expected);
  });

  it('is read where an e-book has changed the classes', () => {
    expect(readDownload(document(DOWNLOAD.replace(/ class="\w+"/g, ' class="calibre7"')))).toMatchObject(expected);
  });

  it('is not seen in other pages', () => {
    expect(readDownload(document('<dl><dt>Rating:</dt><dd>5 stars</dd></dl>'))).toBeNull();
    expect(readDownload(document(''))).toBeNull();
  });
});

describe('each shape of a saved work', () => {
  const mislabelled = { relationships: ['Ana/Bo', 'Ana & Bo', 'Ana/Bo/Cy'], fandoms: ['Bo/Ana', 'Ana & Bo', 'Cy/Bo/Ana', 'Gravelight', 'Salt & Iron'] };

  it.each(['single', 'chapter', 'paragraphs'] as const)('is read from a page copied as text: %s', (form) => {
    const work = readSavedText(copiedText(form, { ...mislabelled, freeforms: ['Slow Burn', 'Fluff'] }));
    expect(work).toMatchObject({
      relationships: mislabelled.relationships,
      fandoms: ['Gravelight', 'Salt & Iron'],
      freeforms: ['Slow Burn', 'Fluff'],
      title: null,
    });
    expect(readSavedText(copiedText(form, { relationships: ['Ana/Bo'] }).replaceAll('\n', '\r\n'))).toMatchObject({ relationships: ['Ana/Bo'], fandoms: [] });
  });

  const facts = {
    id: '77',
    title: 'Roads',
    ratings: ['mature'],
    warnings: ['noncon'],
    categories: ['ff'],
    characters: ['Ana', 'Bo'],
    published: '2021-02-03',
    words: 12_345,
  };
  const made = { ...mislabelled, warning: 'Rape/Non-Con', freeforms: ['Slow Burn', 'Past Rape/Non-con'] };

  it('is read from the HTML of a download', () => {
    expect(readDownload(document(downloadedHtml(made)))).toMatchObject({
      ...facts,
      relationships: made.relationships,
      fandoms: ['Gravelight', 'Salt & Iron'],
      freeforms: made.freeforms,
    });
  });

  it('is read from the text of a download', () => {
    expect(readSavedText(downloadedText(made))).toMatchObject({
      ...facts,
      relationships: made.relationships,
      fandoms: ['Gravelight', 'Salt & Iron'],
      freeforms: made.freeforms,
      summary: 'A summary that nobody is to see.',
    });
  });

  it('has a summary of a sensible length, however the text goes on', () => {
    const endless = downloadedText().replace(/Notes\n[^]*/, 'words '.repeat(10_000));
    expect(readSavedText(endless)?.summary?.length).toBeLessThanOrEqual(20_000);
  });
});

const FOLDER = '../shared/samples/saved-works';
const sample = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');

/** What the download states in all of its forms. */
const DOWNLOADED: Partial<Work> = {
  id: '1000001',
  title: 'A Placeholder Title',
  ratings: ['explicit'],
  warnings: ['noncon'],
  categories: ['mm'],
  fandoms: ['Captain America (Movies)', 'Captain America - All Media Types'],
  relationships: ['James "Bucky" Barnes/Steve Rogers'],
  characters: ['James "Bucky" Barnes', 'Steve Rogers', 'Wanda Maximoff', 'Sam Wilson'],
  words: 12_861,
  published: '2020-01-29',
};

describe.skipIf(!existsSync(FOLDER))('saved works', () => {
  it('are read from a download', () => {
    const work = readDownload(document(sample('downloaded-work.html')));
    expect(work).toMatchObject({ ...DOWNLOADED, creators: [{ login: 'placeholder_author' }] });
    expect(work?.freeforms).toHaveLength(24);
    expect(work?.summary).toMatch(/^A placeholder summary: .*“quotes”\.$/);
  });

  it('are read from the text of a download', () => {
    const work = readSavedText(sample('downloaded-work.txt'));
    expect(work).toMatchObject({ ...DOWNLOADED, creators: [{ name: 'placeholder_author', login: null }] });
    expect(work?.freeforms).toHaveLength(24);
    expect(work?.freeforms).toContain('no in scene noncon');
    expect(work?.summary).toMatch(/^A placeholder summary: .*“quotes”\.$/);
  });

  it('are read from a page of one chapter of a work', () => {
    expect(readSavedText(sample('work-page-chapter.txt'))).toMatchObject({ relationships: ['James "Bucky" Barnes/Steve Rogers'], fandoms: [] });
    expect(readSavedText(sample('work-page-chapter.txt'))?.freeforms).toHaveLength(9);
  });

  it('are read from a page of many paragraphs', () => {
    expect(readSavedText(sample('work-page-paragraphs.txt'))).toMatchObject({ relationships: ['Loki/Tony Stark'], fandoms: [] });
    expect(readSavedText(sample('work-page-paragraphs.txt'))?.freeforms).toContain('Extremely Dubious Consent');
  });

  it('are read from the page of a work of one chapter', () => {
    const work = readSavedText(sample('work-page-single-chapter.txt'));
    expect(work?.relationships).toHaveLength(3);
    expect(work?.fandoms).toEqual([]);
    expect(work?.freeforms).toHaveLength(14);
  });
});
