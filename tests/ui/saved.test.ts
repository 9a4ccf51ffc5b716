// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mountOptions } from '../../src/ui/options/index';
import type { SavedFile } from '../../src/ui/options/saved/saved-file';
import type { Verdict } from '../../src/domain/verdict';
import { book, copiedText, downloadedHtml } from '../fixtures/saved-works/works';
import { zipFile } from '../fixtures/saved-works/zip-file';
import { handed } from './handed';
import { all, get, press, settle, type, words } from './screen';
import { useStage } from './stage';

const SHOWN: Verdict = { action: 'show', reasons: [] };
const FOLDED: Verdict = { action: 'fold', reasons: [{ rule: 'freeform: "Tea"', list: 'mine', listName: 'mine', words: ['Tea'], reveal: 'full' }] };

describe('checking saved works', () => {
  const stage = useStage();

  const give = (files: File[], field = 0): void => {
    const input = document.querySelectorAll<HTMLInputElement>('input[type=file]')[field] as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: files });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const results = (role: 'status' | 'alert'): Element => document.querySelector(`[aria-labelledby=saved-results] [role=${role}]`) as Element;
  const finished = async (): Promise<void> => {
    for (let round = 0; round < 200 && !/works? read/.test(words(results('status'))); round += 1) await settle();
  };
  const check = async (files: File[]): Promise<void> => {
    await stage.options('#/saved');
    give(files);
    await finished();
  };
  const titles = (): string[] => [...document.querySelectorAll('.checked-work h3')].map((heading) => words(heading));

  it('lists every work of many files with its verdict and reasons, and names those that cannot be read', async () => {
    stage.background.verdictsByTitle = { First: SHOWN, Second: FOLDED };
    stage.background.themes = [['suicide']];
    const packed = zipFile([
      { path: 'in/two.html', content: downloadedHtml({ title: 'Second', creator: 'bel' }) },
      { path: 'locked.html', content: 'x', locked: true },
    ]);
    await check([
      new File([downloadedHtml({ title: 'First' })], 'one.html'),
      new File([packed], 'more.zip'),
      new File(['%PDF'], 'a.pdf'),
      new File(['a letter'], 'letter.txt'),
    ]);
    expect(titles()).toEqual(['Shown First', 'Folded Second']);
    expect(words(results('status'))).toBe('2 works read · 1 would be folded or hidden · 3 files could not be read');
    expect(words()).toContain('more.zip/in/two.html');
    expect(words()).toContain('by bel');
    expect(words(document.querySelector('.chip-theme') as Element)).toBe('Suicide');
    expect(document.querySelector('.checked-work a')?.getAttribute('href')).toBe('#/rules/freeform%3A%20%22Tea%22');
    expect(words(document.querySelector('[aria-labelledby=saved-results] .notice') as Element)).toMatch(
      /more\.zip\/locked\.html needs a password.*a\.pdf is of a kind.*letter\.txt holds no saved work/,
    );
  });

  it('reads books and copied text, and judges works of different archives apart', async () => {
    stage.background.verdictsByTitle = { Roads: SHOWN, Third: FOLDED };
    const elsewhere = downloadedHtml({ title: 'Third' }).replaceAll('archiveofourown.org', 'squidgeworld.org');
    await check([new File([book()], 'book.epub'), new File([copiedText('single')], 'copy.txt'), new File([elsewhere], 'third.html')]);
    expect(titles()).toEqual(['Shown Roads', 'Not judged copy.txt', 'Folded Third']);
    const judged = stage.background.sent
      .filter(({ name }) => name === 'judge')
      .map(({ body }) => body as { url: string; page: string; prerendering: boolean; works: unknown[] });
    expect(judged.flatMap(({ url, works }) => works.map(() => new URL(url).hostname))).toEqual([
      'archiveofourown.org',
      'archiveofourown.org',
      'squidgeworld.org',
    ]);
    expect(judged.every(({ page, prerendering }) => page === 'work' && prerendering)).toBe(true);
  });

  it('finds, filters and sorts', async () => {
    stage.background.verdictsByTitle = { A: SHOWN, B: FOLDED, C: SHOWN };
    await check([
      new File([downloadedHtml({ title: 'B', creator: 'xi' })], 'b.html'),
      new File([downloadedHtml({ title: 'C', creator: 'al' })], 'c.html'),
      new File([downloadedHtml({ title: 'A', freeforms: ['Coffee Shop'] })], 'a.html'),
    ]);
    const choose = async (label: string, value: string): Promise<void> => {
      const select = [...document.querySelectorAll('select')].find((one) => words(one.labels[0] as Element) === label) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    };
    await choose('Order', 'title');
    expect(titles()).toEqual(['Shown A', 'Folded B', 'Shown C']);
    await choose('Order', 'creator');
    expect(titles()).toEqual(['Shown C', 'Shown A', 'Folded B']);
    await choose('Order', 'verdict');
    expect(titles()[0]).toBe('Folded B');
    await choose('Action', 'show');
    expect(titles()).toEqual(['Shown A', 'Shown C']);
    await type(get('text', 'Search'), 'coffee');
    expect(titles()).toEqual(['Shown A']);
    expect(words()).toContain('1 work found of 3');
  });

  it('takes only files of a folder that may be works, and says how many it passed over', async () => {
    const inFolder = (path: string, content: string): File =>
      Object.defineProperty(new File([content], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });
    await stage.options('#/saved');
    give([inFolder('Shelf/one.html', downloadedHtml()), inFolder('Shelf/cover.png', 'x'), inFolder('Shelf/Page_files/a.html', 'x')]);
    await finished();
    expect(words()).toContain('1 work read · 0 would be folded or hidden · 2 files of other kinds passed over');
    expect(words()).toContain('Shelf/one.html');
  });

  it('reads what is given meanwhile afterwards', async () => {
    await stage.options('#/saved');
    give([new File([downloadedHtml({ title: 'First' })], 'one.html')]);
    give([new File([downloadedHtml({ title: 'Second' })], 'two.html')]);
    for (let round = 0; round < 200 && !words(results('status')).startsWith('2 works read'); round += 1) await settle();
    expect(titles()).toEqual(['Not judged First', 'Not judged Second']);
  });

  it('stops when it is told to, keeps what was read, and begins anew', async () => {
    let ended = false;
    const savedFiles = {
      ...handed().savedFiles,
      async *open(file: File, path: string): AsyncGenerator<SavedFile> {
        try {
          for (let number = 1; ; number += 1) {
            for await (const one of handed().savedFiles.open(new File([downloadedHtml({ title: `Work ${number}` })], file.name), path))
              yield { ...one, done: 0 };
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
        } finally {
          ended = true;
        }
      },
    };
    location.hash = '#/saved';
    mountOptions(stage.place, { ...handed(), savedFiles });
    await settle();
    give([new File(['x'], 'endless.zip')]);
    for (let round = 0; round < 200 && titles().length === 0; round += 1) await settle();
    expect(document.querySelector('progress')?.getAttribute('aria-label')).toBe('Reading the files');
    await press(get('button', 'Cancel'));
    for (let round = 0; round < 50 && !ended; round += 1) await settle();
    expect(ended).toBe(true);
    expect(document.querySelector('progress')).toBeNull();
    expect(words(results('status'))).toMatch(/^Cancelled; what was read until then stays\. \d+ works? read/);
    expect(document.activeElement?.textContent).toBe('Works in the files');
    await press(get('button', 'Clear the list'));
    expect(titles()).toEqual([]);
  });

  it('judges what it has read anew when the rules change', async () => {
    stage.background.verdicts = [SHOWN];
    await check([new File([downloadedHtml({ title: 'One' })], 'one.html')]);
    expect(titles()).toEqual(['Shown One']);
    stage.background.verdicts = [FOLDED];
    stage.background.rules = [{ id: 'freeform: "Tea"' }];
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(titles()).toEqual(['Folded One']);
    expect(words(results('status'))).toBe('1 work read · 1 would be folded or hidden');
  });

  it('says so when the background does not answer', async () => {
    stage.background.refuse = { name: 'judge', code: 'no-answer' };
    await stage.options('#/saved');
    give([new File([downloadedHtml()], 'one.html')]);
    for (let round = 0; round < 100 && words(results('alert')) === ''; round += 1) await settle();
    expect(words(results('alert'))).not.toBe('');
    expect(document.querySelector('progress')).toBeNull();
  });
});

describe('saved works that are opened in the browser', () => {
  const stage = useStage();

  it('are judged once the reader allows it, and no more when it is given back', async () => {
    stage.background.files = { switched: true, granted: false };
    await stage.options('#/saved');
    expect(words()).toContain('Off: saved works open as they are.');
    await press(get('button', 'Judge saved works that I open'));
    expect(words()).toContain('On: saved works are judged before they are shown.');
    await press(get('button', 'Stop, and give the permission back'));
    expect(words()).toContain('Off:');
  });

  it('are not judged when the reader says no to the browser', async () => {
    stage.background.files = { switched: true, granted: false };
    stage.background.permits = false;
    await stage.options('#/saved');
    await press(get('button', 'Judge saved works that I open'));
    expect(words()).toContain('The browser has not given the permission.');
  });

  it("need the browser's own switch first", async () => {
    stage.background.files = { switched: false, granted: false };
    await stage.options('#/saved');
    expect(all('button', 'Judge saved works that I open')).toEqual([]);
    expect(words()).toContain('Allow access to file URLs');
    expect(all('button', 'Open the page of Foldaway among the extensions')).toHaveLength(1);
  });
});
