import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { raw } from '../../tools/demo-archive/markup/html';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { pressInside } from './harness/closed-roots';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/*
 * A page of an archive that has turned against its readers: its scripts want to learn the rules, press our buttons
 * and show what is blocked.
 */
const SPYING = `<script>
const spied = [];
const caught = [];
window.caught = caught;
for (const part of ['fold', 'bar', 'panel', 'gate', 'mark']) {
  customElements.define('foldaway-' + part, class extends HTMLElement {
    constructor() {
      super();
      spied.push(this.attachInternals());
    }
  });
}
// What our scripts would call if they lived in the world of the page.
for (const [owner, name] of [[Element, 'attachShadow'], [Element, 'setAttribute'], [Element, 'prepend'], [Node, 'appendChild'], [EventTarget, 'addEventListener']]) {
  const act = owner.prototype[name];
  owner.prototype[name] = function (...given) {
    if (this.nodeName?.startsWith('FOLDAWAY-')) caught.push(name);
    return act.apply(this, name === 'attachShadow' ? [{ ...given[0], mode: 'open' }] : given);
  };
}
Document.prototype.querySelectorAll = () => [];
window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };
window.overheard = () => spied.map(({ shadowRoot }) => shadowRoot?.textContent ?? null);
window.failures = [];
addEventListener('error', ({ message }) => failures.push(message));
addEventListener('unhandledrejection', ({ reason }) => failures.push(String(reason)));
</script>`;
/** A site skin that knows better than every rule of ours, as far as rules go. */
const RESTYLING = `<style>
#outer #inner #main.works-index li.blurb, #outer #inner #main.works-index li.blurb > *, #outer #inner #main li.work.blurb > .header, #main li#work_2.work.blurb > *, #work_2#work_2#work_2#work_2 > * {
  display: block !important; visibility: visible !important; opacity: 1 !important; animation: none !important;
}
</style>`;
/** Names that hide the page's own methods and parts from scripts that look for them. */
const CLOBBERING = `<form name="querySelector"></form><form name="createElement"></form><img name="documentElement"><img name="body"><img name="readyState">
<form id="browser"><input name="runtime" id="storage"></form><form id="chrome"><input name="runtime" id="tabs"></form>
<form><input name="closest"><input name="matches"><input name="nodeName"><input name="children"></form>`;

interface HostilePage {
  overheard(): (string | null)[];
  failures: string[];
  /** Methods of the page's own that our elements were given to. */
  caught: string[];
  find(words: string, exactly: boolean, backwards: boolean, aroundTheEnd: boolean): boolean;
}

describe.each([BUILT_FOR_CHROMIUM, BUILT_FOR_FIREFOX])('the build %s', (folder) => {
  it('lets no page load a file of it or speak to it, and runs no code from elsewhere', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest['externally_connectable']).toBeUndefined();
    expect(JSON.stringify(manifest['content_security_policy'] ?? '')).not.toMatch(/unsafe|https?:/);
    expect(JSON.stringify(manifest['content_scripts'])).not.toMatch(/all_frames":true|match_about_blank":true|"world":"MAIN"|<all_urls>/);
  });
});

const archive = openArchive(({ put }) => {
  const works = [aWork(1), aWork(2, { freeforms: ['Secretword'] })];
  put('/tags/Plain/works', listingOf(works));
  put('/tags/Restyled/works', listingOf(works, { head: raw(RESTYLING) }));
  put('/tags/Hostile/works', listingOf(works, { head: raw(SPYING) }).replace('<ol class="work', `${CLOBBERING}<ol class="work`));
}, 60);

describe.each(BROWSERS)('a hostile archive in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeAll(async () => {
    await reader.addRules('fold freeform: Secretword note: "my own words"');
  });

  it('reads nothing of the rules, presses no button and shows nothing that is blocked', async () => {
    const tab = await reader.tab();
    await tab.watch(['work_2']);
    await tab.goto(`${AO3}/tags/Hostile/works`);
    await judgedAs(tab, { work_1: 'show', work_2: 'fold' });
    await tab.until(() => (globalThis as unknown as HostilePage).overheard().length >= 3, null);
    expect((await tab.flash()).seen).toEqual({});
    await tab.evaluate(() => {
      for (const event of ['archive', 'desk', 'work']) document.dispatchEvent(new Event(`foldaway-started-${event}`));
      for (const part of document.querySelectorAll<HTMLElement>('li.blurb > *')) part.click();
      postMessage({ name: 'show-item', body: { item: 1, shown: true } }, '*');
    }, null);
    // A real press still works, which it would not were our script ended or its part replaced.
    await pressInside(tab, 'foldaway-fold', 1);
    await tab.until(() => document.getElementById('work_2')?.getElementsByTagName('h4')[0]?.checkVisibility({ visibilityProperty: true }) === true, null);
    expect(await tab.evaluate(() => (globalThis as unknown as HostilePage).overheard().filter((words) => words !== null), null)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.outerHTML.includes('my own words'), null)).toBe(false);
    expect(await tab.evaluate(() => (globalThis as unknown as HostilePage).failures, null)).toEqual([]);
    expect(await tab.evaluate(() => (globalThis as unknown as HostilePage).caught, null)).toEqual([]);
    await tab.close();
  });

  // Firefox selects what it finds all the same: docs/security.md says so.
  if (browser === 'chromium')
    it('finds words that it guesses, and reads nothing around them by the selection', async () => {
      const tab = await reader.tab(`${AO3}/tags/Plain/works`);
      await judgedAs(tab, { work_2: 'fold' });
      const found = await tab.evaluate(() => {
        const { find } = globalThis as unknown as HostilePage;
        const selection = getSelection() as Selection;
        const read: string[] = [];
        const guessed = [find('my own', false, false, true), find('no such words', false, false, true)];
        if (!guessed[1]) find('my own', false, false, true);
        for (const unit of ['character', 'word', 'sentence', 'line', 'lineboundary', 'documentboundary']) {
          for (const way of ['forward', 'backward'] as const) {
            read.push(String(selection));
            // Refused where there is nothing to be extended.
            if (selection.rangeCount > 0) selection.modify('extend', way, unit as 'word');
          }
        }
        selection.selectAllChildren(document.querySelector('#work_2') as Element);
        read.push(String(selection));
        document.execCommand('selectAll');
        read.push(String(selection));
        return { guessed, leaked: read.filter((words) => /my own|Folded/.test(words)) };
      }, null);
      expect(found).toEqual({ guessed: [expect.any(Boolean), false], leaked: [] });
      await tab.close();
    });

  it('shows nothing that is blocked by writing the page anew', async () => {
    const tab = await reader.tab(`${AO3}/tags/Plain/works`);
    await judgedAs(tab, { work_2: 'fold' });
    await tab.evaluate(() => {
      const item = (document.querySelector('#work_2')?.outerHTML ?? '').replace('data-foldaway="fold"', '').replace('work_2', 'work_22');
      document.open();
      document.write(`<!doctype html><title>Anew</title><div id="main"><ol class="work index group">${item}</ol></div>`);
      document.close();
      history.pushState(null, '', '/works/1');
    }, null);
    await judgedAs(tab, { work_22: 'fold' });
    expect(await visible(tab, '#work_22 h4')).toBe(false);
    await tab.close();
  });

  it('uncovers nothing by a style sheet, however exact its rules are', async () => {
    const tab = await reader.tab();
    await tab.watch(['work_2']);
    await tab.goto(`${AO3}/tags/Restyled/works`);
    await judgedAs(tab, { work_1: 'show', work_2: 'fold' });
    expect(await visible(tab, '#work_1 h4')).toBe(true);
    expect(await visible(tab, '#work_2 h4')).toBe(false);
    expect((await tab.flash()).seen).toEqual({});
    await tab.close();
  });
});
