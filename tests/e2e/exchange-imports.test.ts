import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, pressNamed, says, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Imports/works';
const FIXTURES = join(import.meta.dirname, '../fixtures/exchange');

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { freeforms: ['jar jar binks'] }), aWork(3, { freeforms: ['Omegaverse'] })]));
});

describe.each(BROWSERS)('in %s, an import', (browser) => {
  const reader = openReader(browser, archive);
  let options: Tab;
  const rules = async (): Promise<number> => (await reader.send('get-rules', {})).rules.length;
  beforeEach(async () => {
    await reader.removeAllRules();
    options = await reader.own('options.html#/import-export');
    return () => options.close();
  });

  it('takes in the configuration of ao3 savior, says what is other here, and is taken back as a whole', async () => {
    await reader.addRules('hide freeform: Omegaverse');
    const page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_2: 'show', work_3: 'hide' });
    await options.upload('input[type="file"]', join(FIXTURES, 'ao3-savior-config.user.js.txt'));
    await says(options, '[role="group"]', 'ao3 savior');
    await says(options, '[role="group"]', '“*mimes” matched anywhere');
    expect(await rules()).toBe(1);
    await pressNamed(options, 'Add these rules');
    await judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'hide' });
    expect(await rules()).toBeGreaterThan(10);
    await pressNamed(options, 'Undo');
    await judgedAs(page, { work_2: 'show', work_3: 'hide' });
    expect(await rules()).toBe(1);
    await page.close();
  });

  it('finds the lists of a blocker that is installed in an open page of the archive', async () => {
    const config = JSON.stringify({ tagBlacklist: 'Omega*, Jar Jar Binks', authorBlacklist: 'plagiarist', workBlacklist: '' });
    const page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_2: 'show', work_3: 'show' });
    await pressNamed(options, 'Look in open pages');
    await says(options, 'main', 'No lists of other blockers were found');
    await page.evaluate((value) => {
      localStorage.setItem('ao3_advanced_blocker_config', value);
      localStorage.setItem('something_else', 'secret');
    }, config);
    expect(await reader.send('stored-lists', {})).toEqual({
      pages: 1,
      found: [{ site: 'Archive of Our Own', entries: { ao3_advanced_blocker_config: config } }],
    });
    await pressNamed(options, 'Look in open pages');
    await says(options, '[role="group"]', 'AO3: Advanced Blocker');
    await pressNamed(options, 'Add these rules');
    await judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'show' });
    await pressNamed(options, 'Undo');
    await judgedAs(page, { work_2: 'show' });
    await page.evaluate(() => localStorage.clear(), null);
    await page.close();
  });

  it('says what is wrong with a file, and stores nothing', async () => {
    const config = await readFile(join(FIXTURES, 'advanced-blocker-4.2.json'), 'utf8');
    await options.press('details > summary');
    await options.type('textarea', config.slice(0, config.length / 2));
    await pressNamed(options, 'Look at it');
    await says(options, 'main', 'The file ends too early');
    expect(await rules()).toBe(0);
  });
});
