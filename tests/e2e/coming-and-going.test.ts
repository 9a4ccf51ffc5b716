import { beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, visible } from './harness/reader';
import { startPrerenderingChromium } from './harness/prerendering';
import { aWork, listingOf } from './harness/works';
import { raw } from '../../tools/demo-archive/markup/html';

const FIRST = '/tags/First/works';
const NEXT = '/tags/Next/works';
const RULE = 'fold warning: major-character-death';

/** What pages of the extension call. */
interface OwnGlobals {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    tabs: { query(what: object): Promise<{ id: number }[]>; create(what: { url: string }): Promise<unknown> };
    action: { getBadgeText(what: { tabId: number }): Promise<string> };
  };
}

const archive = openArchive(({ put }) => {
  put(FIRST, listingOf([aWork(1), aWork(2, { warnings: ['death'] })]));
  put(NEXT, listingOf([aWork(3), aWork(4, { warnings: ['death'] }), aWork(5, { warnings: ['death'] })]));
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it("brings a page back from the browser's cache with today's verdicts, and without showing what is blocked now", async () => {
    const tab = await reader.tab();
    await tab.watch(['work_2']);
    await tab.goto(AO3 + FIRST);
    await judgedAs(tab, { work_2: 'show' });
    await tab.evaluate(() => {
      addEventListener('pageshow', (event) => {
        document.documentElement.dataset['back'] = String(event.persisted);
        if (window.foldawayFlash !== undefined) window.foldawayFlash.seen = {};
      });
    }, null);
    await tab.goto(AO3 + NEXT);
    await judgedAs(tab, { work_4: 'show' });
    await reader.addRules(RULE);
    await judgedAs(tab, { work_4: 'fold' });
    await tab.back();
    await tab.until(() => document.documentElement.dataset['back'] === 'true', null);
    await judgedAs(tab, { work_2: 'fold' });
    expect(await visible(tab, '#work_1 h4')).toBe(true);
    expect((await tab.flash()).seen).toEqual({});
    await expect.poll(() => reader.badge(AO3 + FIRST)).toBe('1');
    await tab.close();
  });
});

/** What a page of the archive tells the server of itself: its verdicts, and whether it is only rendered in advance. */
const TELL = `
const tell = (what) => fetch('/told?' + new URLSearchParams({
  what,
  prerendering: document.prerendering,
  verdicts: [...document.querySelectorAll('li.blurb')].map((item) => item.dataset.foldaway).join(),
  visible: [...document.querySelectorAll('li.blurb h4')].filter((title) => title.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length,
}));
const whenJudged = (what) => document.querySelector('li.blurb:not([data-foldaway])') || !document.querySelector('li.blurb') ? setTimeout(whenJudged, 50, what) : tell(what);
`;

describe('in Chromium, a page that is rendered in advance', () => {
  const told = (what: string): Record<string, string> | undefined => {
    const address = archive.asked.find((one) => one.includes(`/told?what=${what}&`));
    return address === undefined ? undefined : Object.fromEntries(new URL(address).searchParams);
  };
  const page = (ids: number[], script: string): string =>
    listingOf(
      ids.map((id) => aWork(id, id % 2 === 0 ? { warnings: ['death'] } : {})),
      { head: raw(`${script}`) },
    );

  it('is judged before it is seen, by the rules of the moment when it is seen, and counts only then', async () => {
    archive.put('/told', 'heard');
    archive.put(
      '/tags/Ahead/works',
      page(
        [3, 4, 6],
        `<script>${TELL} whenJudged('ahead'); document.addEventListener('prerenderingchange', () => requestAnimationFrame(() => { tell('frame'); setTimeout(tell, 600, 'seen'); }));</script>`,
      ),
    );
    const ahead = '<script type="speculationrules">{"prerender":[{"source":"list","urls":["/tags/Ahead/works"],"eagerness":"immediate"}]}</script>';
    // A new tab is told to go on by the server's answer, since nothing can be attached to it.
    archive.put('/go', () => (told('ahead') !== undefined && mayGoOn ? 'go' : 'wait'));
    let mayGoOn = false;
    const onward =
      "const ask = () => fetch('/go').then((reply) => reply.text()).then((word) => word === 'go' ? (location.href = '/tags/Ahead/works') : setTimeout(ask, 100)); ask();";
    archive.put('/tags/Behind/works', page([1, 2], `${ahead}<script>${TELL} whenJudged('behind'); ${onward}</script>`));
    const chromium = await startPrerenderingChromium(archive.port);
    try {
      const inside = <A, T>(act: (argument: A) => Promise<T>, argument: A): Promise<T> => chromium.own.evaluate(act as never, argument as never);
      const addRule = (text: string) =>
        inside((line) => (globalThis as unknown as OwnGlobals).chrome.runtime.sendMessage({ name: 'add-rules', body: { text: line } }), text);
      const badge = () =>
        inside(async () => {
          const { tabs, action } = (globalThis as unknown as OwnGlobals).chrome;
          return action.getBadgeText({ tabId: (await tabs.query({ url: 'https://archiveofourown.org/*' }))[0]?.id ?? -1 });
        }, null);
      await addRule(RULE);
      await inside((url) => (globalThis as unknown as OwnGlobals).chrome.tabs.create({ url }), `${AO3}/tags/Behind/works`);
      await expect.poll(() => told('ahead')).toMatchObject({ prerendering: 'true', verdicts: 'show,fold,fold', visible: '1' });
      await expect.poll(badge).toBe('1');
      await addRule('hide character: "Mara Venn"');
      await expect.poll(badge).toBe('2');
      mayGoOn = true;
      await expect.poll(() => told('frame')).toMatchObject({ prerendering: 'false', visible: '0' });
      await expect.poll(() => told('seen')).toMatchObject({ prerendering: 'false', verdicts: 'hide,hide,hide', visible: '0' });
      await expect.poll(badge).toBe('3');
    } finally {
      await chromium.close();
    }
  });
});
