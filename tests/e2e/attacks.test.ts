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
for (const part of ['fold', 'bar', 'panel', 'gate', 'mark']) {
  customElements.define('foldaway-' + part, class extends HTMLElement {
    constructor() {
      super();
      spied.push(this.attachInternals());
    }
  });
}
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
<form><input name="closest"><input name="matches"><input name="nodeName"><input name="children"></form>`;

interface HostilePage {
  overheard(): (string | null)[];
  failures: string[];
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
