import { beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { startChromium } from './harness/chromium';
import { pressInside, textInside } from './harness/closed-roots';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, pressNamed, type Reader, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Themes/works';
const PAST = 'Past Rape/Non-con';

const archive = openArchive(({ put }) => {
  const works = [
    aWork(1, { freeforms: [PAST] }),
    aWork(2, { freeforms: ['The Masquerade Chapter'] }),
    aWork(3, { freeforms: ['no rape', 'Everyone Lives/Nobody Dies'] }),
    aWork(4, { freeforms: ['su1cidal thoughts'] }),
    aWork(5, { warnings: ['death'], freeforms: [] }),
    aWork(6, { freeforms: ['Emetophobia'] }),
    aWork(7, { fandoms: ['Suicide Squad (Movies)'], freeforms: ['Word Vomit', 'killing it'] }),
  ];
  put(LISTING, listingOf(works));
});

const opened = (tab: Tab, item: string): Promise<void> => tab.until((host) => document.activeElement?.matches(host) === true, `${item} > foldaway-panel[open]`);
const corrections = async (reader: Reader): Promise<string[]> => (await reader.send('get-corrections', {})).map(({ name }) => name);

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it('choosing four themes on the first page is all that protection takes', async () => {
    const first = await reader.own('welcome.html');
    for (const theme of ['non-consent', 'character-death', 'suicide', 'vomit']) await first.press(`.theme input[aria-labelledby$="-${theme}"]`);
    await pressNamed(first, 'Save and start reading');
    await expect.poll(async () => (await reader.send('get-rules', {})).rules.length).toBe(4);
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'fold', work_2: 'show', work_3: 'show', work_4: 'fold', work_5: 'fold', work_6: 'fold', work_7: 'show' });
    await tab.close();
    await first.close();
  });

  it('"not this" keeps a tag from folding, until that is taken back', async () => {
    await reader.addRules('fold theme: non-consent');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'fold', work_3: 'show' });
    await pressInside(tab, '#work_1 > foldaway-fold', 2);
    await opened(tab, '#work_1');
    // Close, change rule, not about this theme.
    for (let at = 0; at < 3; at++) await tab.key('Tab');
    await tab.key('Enter');
    await judgedAs(tab, { work_1: 'show' });
    expect(await corrections(reader)).toEqual(['theme-clean:non-consent:past rape/non-con']);
    await pressInside(tab, 'body > foldaway-panel', 1);
    await judgedAs(tab, { work_1: 'fold' });
    expect(await corrections(reader)).toEqual([]);
    await tab.close();
  });

  it('"this too" folds works with a tag that nobody could know, until that is taken back', async () => {
    await reader.addRules('fold theme: non-consent');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'show' });
    await pressInside(tab, '#work_2 > foldaway-panel', 1);
    await opened(tab, '#work_2');
    // Close, what to do, ten things that a rule could be about; then the part about themes, its tag, its theme, its button.
    for (let at = 0; at < 13; at++) await tab.key('Tab');
    await tab.key('Enter');
    for (let at = 0; at < 3; at++) await tab.key('Tab');
    await tab.key('Enter');
    await judgedAs(tab, { work_2: 'fold' });
    expect(await corrections(reader)).toEqual(['theme-added:non-consent:the masquerade chapter']);
    await pressInside(tab, 'body > foldaway-panel', 1);
    await judgedAs(tab, { work_2: 'show' });
    expect(await corrections(reader)).toEqual([]);
    await tab.close();
  });

  it('the options list what was decided otherwise, and remove it', async () => {
    await reader.addRules('fold theme: non-consent');
    await reader.send('correct-theme', { theme: 'non-consent', tag: PAST, about: false });
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show' });
    const options = await reader.own('options.html#/themes');
    await pressNamed(options, 'Remove');
    await judgedAs(tab, { work_1: 'fold' });
    await pressNamed(options, 'Undo');
    await judgedAs(tab, { work_1: 'show' });
    await options.close();
    await tab.close();
  });
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

describe('in Chromium, a fold', () => {
  it('says theme, level and tag, or nothing where the rule asks for that', async () => {
    const chromium = await startChromium({ port: archive.port });
    try {
      const own = await chromium.openOwn('options.html');
      const add = (text: string) => own.evaluate((rules) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text: rules } }), text);
      await add('fold theme: non-consent\nfold theme: suicide reason: none');
      const page = await chromium.open(AO3 + LISTING);
      await page.waitForSelector('#work_4 > foldaway-fold', { state: 'attached' });
      expect(await textInside(page, '#work_1 > foldaway-fold')).toContain(`Non-consent (referenced): “${PAST}”`);
      const secret = await textInside(page, '#work_4 > foldaway-fold');
      expect(secret).toMatch(/^Folded Show/);
      expect(secret.toLowerCase()).not.toContain('su');
    } finally {
      await chromium.close();
    }
  });
});
