import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, says, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Options/works';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'foldaway-options-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { warnings: ['death'] }), aWork(3, { freeforms: ['Omegaverse'] })]));
});

describe.each(BROWSERS)('in %s, the options page', (browser) => {
  const reader = openReader(browser, archive);
  let options: Tab;
  const rowsShown = (): Promise<number> => options.evaluate(() => document.querySelectorAll('.rules > .rule').length, null);
  beforeAll(async () => {
    options = await reader.own('options.html');
  });
  beforeEach(() => reader.removeAllRules());

  it('adds a rule, and an open page of the archive obeys it at once', async () => {
    const page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_3: 'show' });
    await options.type('.line-field input', 'hide freeform: Omegaverse');
    await options.key('Enter');
    await says(options, '.rules', 'Omegaverse');
    await judgedAs(page, { work_3: 'hide' });
    await page.close();
  });

  it('finds rules by their words', async () => {
    await reader.addRules('fold freeform: Aardvark\nfold freeform: Buffalo\nhide character: Caribou');
    await options.until(() => document.querySelectorAll('.rules > .rule').length === 3, null);
    await options.type('input[type="search"]', 'buffalo');
    await options.until(() => document.querySelectorAll('.rules > .rule').length === 1, null);
    await says(options, '.rules', 'Buffalo');
    await options.reload();
    await options.until(() => document.querySelectorAll('.rules > .rule').length === 3, null);
  });

  it('removes a rule, and takes that back', async () => {
    await reader.addRules('fold freeform: Aardvark');
    await says(options, '.rules', 'Aardvark');
    await options.press('.rule .row button:last-child');
    await options.until(() => document.querySelector('.rules') === null, null);
    expect((await reader.send('get-rules', {})).rules).toHaveLength(0);
    const undo = await options.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Undo');
      button?.setAttribute('data-test-undo', '');
      return button !== undefined;
    }, null);
    expect(undo).toBe(true);
    await options.press('[data-test-undo]');
    await says(options, '.rules', 'Aardvark');
    expect((await reader.send('get-rules', {})).rules).toHaveLength(1);
  });

  it('takes rules in from a text file, and gives the same rules out', async () => {
    const lines = ['fold warning: major-character-death', 'hide freeform: Omegaverse unless fandom: Gravelight', 'show creator: somebody'];
    const file = join(folder, 'rules.txt');
    await writeFile(file, `${lines.join('\n')}\n`);
    const page = await reader.own('options.html#/import-export');
    await page.upload('input[type="file"]', file);
    await says(page, '[role="group"]', 'rules.txt');
    await page.press('[role="group"] button[type="submit"], [role="group"] .button-main');
    await expect.poll(async () => (await reader.send('get-rules', {})).rules.length).toBe(3);
    const { text } = await reader.send('export-rules', {});
    await reader.removeAllRules();
    await reader.addRules(text);
    expect((await reader.send('get-rules', {})).rules).toHaveLength(3);
    await page.close();
    await options.until(() => document.querySelectorAll('.rules > .rule').length === 3, null);
    expect(await rowsShown()).toBe(3);
  });

  it('leads to the rule that folded a work', async () => {
    const [id = ''] = await reader.addRules('fold freeform: Aardvark');
    const page = await reader.own(`options.html#/rules/${encodeURIComponent(id)}`);
    await page.until(() => document.querySelector<HTMLInputElement>('.rule-edit input')?.value.includes('Aardvark') === true, null);
    await page.close();
  });
});
