import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSubscriptions, renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { type Mutant, withOpenRoots } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { pressWords } from './harness/open-roots';
import { type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/*
 * What we draw on pages, looked at in both skins, two widths, two directions: pictures for people to leaf through, and
 * an accessibility check of every part of ours in its place on the page.
 */
const PICTURES = 'out/pictures/page';
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = [
  'fold warning: major-character-death note: "not today"',
  'hide freeform: Omegaverse',
  'note fandom: Gravelight',
  'highlight freeform: Fluff colour: teal',
  'fold rating: explicit',
  'fold theme: suicide',
].join('\n');
const tags = { relationships: ['Mara Venn/Ilse Korr'], characters: ['Mara Venn', 'Ilse Korr'], freeforms: ['Slow Burn', 'Past Rape/Non-con'] };
const works = [
  aWork(1, tags),
  aWork(2, { warnings: ['death'], ...tags }),
  aWork(3, { freeforms: ['Omegaverse'] }),
  aWork(4, { warnings: ['death'] }),
  aWork(5, { fandoms: ['Gravelight'] }),
  aWork(6, { freeforms: ['Fluff'] }),
  aWork(7, { rating: 'explicit', freeforms: ['Suicidal Thoughts'] }),
];

const archive = openArchive(({ put }) => {
  mkdirSync(PICTURES, { recursive: true });
  put('/tags/Looks/works', listingOf(works, { listing: 'tag-works', tag: 'Looks', path: '/tags/Looks/works', page: 1, pages: 3 }));
  put('/works/2', renderWorkPage(aWork(2, { warnings: ['death'], ...tags, freeforms: ['Suicidal Thoughts'] })));
  put('/works/5', renderWorkPage(aWork(5, { fandoms: ['Gravelight'] })));
  put('/users/ana/subscriptions', renderSubscriptions('ana', [{ work: aWork(2) }, { work: aWork(1) }], { viewer: { login: 'ana' } }));
}, 60);

/** What axe finds wrong in the parts of ours on a page, in one line each; and which of its rules found something to look at. */
async function faults(tab: Tab): Promise<{ found: string[]; looked: string[] }> {
  await tab.evaluate((source) => {
    if ('axe' in globalThis) return;
    const script = document.createElement('script');
    script.textContent = source;
    document.head.append(script);
  }, AXE);
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: object, what: object): Promise<Record<'violations' | 'passes', { id: string; nodes: { html: string; failureSummary?: string }[] }[]>> };
    };
    const include = ['fold', 'bar', 'gate', 'panel', 'mark'].map((name) => [`foldaway-${name}`]).filter(([name = '']) => document.querySelector(name) !== null);
    const { violations, passes } = await axe.run({ include }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return {
      found: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`)),
      looked: passes.map(({ id }) => id),
    };
  }, null);
}

interface Look {
  skin: 'light' | 'dark';
  width: number;
}
const ALL: Look[] = [
  { skin: 'light', width: 1280 },
  { skin: 'light', width: 360 },
  { skin: 'dark', width: 1280 },
  { skin: 'dark', width: 360 },
];
const BOTH: Look[] = [
  { skin: 'light', width: 1280 },
  { skin: 'dark', width: 360 },
];

describe.each([
  ['chromium', 'en', ALL],
  ['chromium', 'ar', BOTH],
  ['firefox', 'en', BOTH],
] as const)('in %s with words in %s', (browser, locale, looks) => {
  const all = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<string, { message: string }>;
  const words = (key: string): string => all[key]?.message ?? '';
  let mutant: Mutant;
  let tab: Tab;
  beforeAll(async () => void (mutant = await withOpenRoots(browser === 'chromium' ? BUILT_FOR_CHROMIUM : BUILT_FOR_FIREFOX, locale)));
  afterAll(() => mutant.remove());
  const reader = openReader(browser, archive, () => ({ extension: mutant.folder }));
  beforeAll(async () => {
    await reader.addRules(RULES);
    tab = await reader.tab();
  });

  describe.each(looks)('on a $skin skin, $width pixels wide', ({ skin, width }) => {
    const look = `skin=${skin}`;
    const here = (selector: string): Promise<void> => tab.until((wanted) => document.querySelector(wanted) !== null, selector);

    async function check(name: string): Promise<void> {
      await tab.screenshot(`${PICTURES}/${name}-${skin}-${width}${locale === 'en' ? '' : `-${locale}`}${browser === 'chromium' ? '' : `-${browser}`}.png`);
      const { found, looked } = await faults(tab);
      expect(found).toEqual([]);
      expect(looked).toContain(name === 'marks' ? 'role-img-alt' : 'color-contrast');
      const wide = await tab.evaluate(
        () =>
          [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-gate, foldaway-panel')]
            .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || part.scrollWidth > part.clientWidth + 1)
            .map(({ outerHTML }) => outerHTML),
        null,
      );
      expect(wide).toEqual([]);
    }

    it('draws folds, notes, frames and the bar', async () => {
      await tab.resize(width, width > 500 ? 1100 : 780);
      await tab.goto(`${AO3}/tags/Looks/works?${look}`);
      await here('foldaway-bar');
      await here('#work_6 > foldaway-panel');
      await check('listing');
    });

    it('explains', async () => {
      await pressWords(tab, '#work_7 > foldaway-fold', words('fold_why'));
      await here('foldaway-panel[open]');
      await check('why');
      await pressWords(tab, 'foldaway-panel[open]', words('panel_close'));
    });

    it('offers what a rule can be made of, and says when it is made', async () => {
      await pressWords(tab, '#work_1 > foldaway-panel', words('panel_open'));
      await here('foldaway-panel[open]');
      await pressWords(tab, 'foldaway-panel[open]', words('rule_highlight'));
      await pressWords(tab, 'foldaway-panel[open]', 'Slow Burn');
      await tab.until(() => document.querySelector('foldaway-panel[open]')?.shadowRoot?.querySelector('code')?.textContent !== '', null);
      await check('add');
      await tab.key('Enter');
      await here('body > foldaway-panel');
      await check('added');
      await pressWords(tab, 'body > foldaway-panel', words('gate_undo'));
      await tab.until(() => document.querySelector('#work_1[data-foldaway="show"]') !== null, null);
    });

    it('puts rules into the filter of the archive', async () => {
      await pressWords(tab, 'foldaway-bar', words('bar_search'));
      await here('foldaway-panel[open]');
      await check('search');
      await pressWords(tab, 'foldaway-panel[open]', words('bar_search_undo'));
    });

    it('stands in front of a work, tells what it is, and explains', async () => {
      await tab.goto(`${AO3}/works/2?${look}`);
      await here('foldaway-gate');
      await check('gate');
      await pressWords(tab, 'foldaway-gate', words('gate_tags'));
      await tab.until(() => document.querySelector('foldaway-gate')?.shadowRoot?.querySelector('.details')?.checkVisibility() === true, null);
      await check('gate-open');
      await pressWords(tab, 'foldaway-gate', words('fold_why'));
      await here('foldaway-panel[open]');
      await check('gate-why');
    });

    it('says over a work why it is noted', async () => {
      await tab.goto(`${AO3}/works/5?${look}`);
      await here('#main > foldaway-fold');
      await check('noted');
    });

    it('marks links', async () => {
      await tab.goto(`${AO3}/users/ana/subscriptions?${look}`);
      await here('foldaway-mark');
      await check('marks');
    });
  });
});
