// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mountOptions } from '../../src/ui/options/index';
import { aWork, listingOf } from '../e2e/harness/works';
import { handed } from './handed';
import { emptyWork } from '../../src/domain/work';
import { get, settle, submit, type, words } from './screen';
import { useStage } from './stage';

describe('the tester', () => {
  const stage = useStage();

  const test = async (html: string): Promise<void> => {
    location.hash = '#/tester';
    mountOptions(stage.place, handed());
    await settle();
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([html], 'page.html')] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };

  it('reads a saved page and says what would be done with each work, and why', async () => {
    stage.background.verdicts = [
      { action: 'show', reasons: [] },
      { action: 'fold', reasons: [{ rule: 'freeform: "Tea"', list: 'mine', listName: 'mine', words: ['Tea'], reveal: 'none' }] },
    ];
    const page = listingOf([aWork(1), aWork(2, { freeforms: ['Tea'] })]);
    await test(page.replace('<html', '<!-- saved from url=(0034)https://archiveofourown.org/works -->\n<html'));
    expect(words()).toContain('2 works read');
    expect(words()).toContain('Shown Work 1');
    expect(words()).toContain('Folded Work 2');
    expect(document.querySelector('article a')?.getAttribute('href')).toBe('#/rules/freeform%3A%20%22Tea%22');
    expect(words()).toContain('Words 2,000');
  });

  it('explains condition by condition why a rule acts or nearly does', async () => {
    stage.background.rules = [{ id: 'freeform: "Tea"' }, { id: 'freeform: "Tea" and rating: explicit' }];
    const page = listingOf([aWork(2, { freeforms: ['Tea'] })]);
    await test(page.replace('<html', '<!-- saved from url=(0034)https://archiveofourown.org/works -->\n<html'));
    const why = document.querySelector('details') as HTMLDetailsElement;
    why.open = true;
    why.dispatchEvent(new Event('toggle'));
    await expect.poll(() => words(why), { timeout: 10_000 }).toContain('It gives the verdict.');
    expect(words(why)).toContain('It nearly matches.');
    expect(words(why)).toContain('not met: rating: explicit');
  });

  it('explains by what the archive treats as the same, as pages are judged', async () => {
    stage.background.rules = [{ id: 'freeform: "Tea" synonyms' }];
    const known = { name: 'Tea', canonical: 'Tea', same: ['Cha'], below: [], cut: false, day: 20_000, site: 'archiveofourown.org', met: [] };
    stage.background.tags = [{ name: 'Tea', known, used: true }];
    const page = listingOf([aWork(2, { freeforms: ['Cha'] })]);
    await test(page.replace('<html', '<!-- saved from url=(0034)https://archiveofourown.org/works -->\n<html'));
    const why = document.querySelector('details') as HTMLDetailsElement;
    why.open = true;
    why.dispatchEvent(new Event('toggle'));
    await expect.poll(() => words(why), { timeout: 10_000 }).toContain('It gives the verdict.');
  });

  it('reads saved pages of an archive that the reader has added', async () => {
    stage.background.sites = [{ host: 'shelf.example.org', permitted: true }];
    stage.background.verdicts = [{ action: 'show', reasons: [] }];
    await test(listingOf([aWork(1)]).replace('<html', '<!-- saved from url=(0034)https://shelf.example.org/works -->\n<html'));
    expect(words()).toContain('1 work read');
    expect(stage.background.sent.find(({ name }) => name === 'judge')?.body).toMatchObject({ url: 'https://shelf.example.org/works' });
  });

  it('says so when a file is no page of an archive', async () => {
    await test('<html><body>hello</body></html>');
    expect(words()).toContain('This is not a page of an archive that Foldaway knows');
  });

  it('tests a work seen recently by its address', async () => {
    const url = 'https://archiveofourown.org/works/12';
    stage.background.seen = [{ at: 0, archive: 'ao3', work: { ...emptyWork('work'), subject: 'work', id: '12', url, title: 'Seen', words: 900 } }];
    stage.background.verdicts = [{ action: 'fold', reasons: [{ rule: 'words: <1000', list: 'mine', listName: 'mine', words: ['900 words'], reveal: 'full' }] }];
    await stage.options('#/tester');
    const field = get('text', 'Address of a work seen recently');
    await type(field, 'https://archiveofourown.org/works/13');
    await submit(field);
    expect(words()).toContain('No work with this address was seen recently on this device.');
    await type(field, url);
    await submit(field);
    expect(words()).toContain('Folded Seen');
    expect(words()).toContain('Words 900');
    expect(words()).not.toContain('No work with this address');
  });
});
