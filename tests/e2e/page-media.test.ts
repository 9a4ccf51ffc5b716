import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { type Mutant, withOpenRoots } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { pressWords, tapWords } from './harness/open-roots';
import { wordsOnPaper } from './harness/paper';
import { BROWSERS, judgedAs, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/** What we draw on pages, on paper, under a finger, and for readers whose system asks for other colours or no motion. */
const PICTURES = 'out/pictures/page';
const LISTING = `${AO3}/tags/Media/works`;
const RULES =
  'fold warning: major-character-death\nhide freeform: Omegaverse\nnote fandom: Gravelight\nhighlight freeform: Fluff colour: rose\nfold freeform: "Om*"';
const works = [
  aWork(1),
  aWork(2, { warnings: ['death'] }),
  aWork(3, { freeforms: ['Omegaverse'] }),
  aWork(4, { fandoms: ['Gravelight'] }),
  aWork(5, { freeforms: ['Fluff'] }),
  aWork(6, { warnings: ['death'] }),
];

const archive = openArchive(({ put }) => {
  put('/tags/Media/works', listingOf(works, { listing: 'tag-works', tag: 'Media', path: '/tags/Media/works', page: 1, pages: 3 }));
  put('/works/2', renderWorkPage(aWork(2, { warnings: ['death'], freeforms: ['Slow Burn'], text: [['Nobody reads this line.']] })));
}, 40);
const mutants: Partial<Record<(typeof BROWSERS)[number], Mutant>> = {};
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  mutants.chromium = await withOpenRoots(BUILT_FOR_CHROMIUM);
  mutants.firefox = await withOpenRoots(BUILT_FOR_FIREFOX);
});
afterAll(async () => {
  for (const mutant of Object.values(mutants)) await mutant.remove();
});
const readers = BROWSERS.map((browser) => openReader(browser, archive, () => ({ extension: mutants[browser]?.folder ?? null })));

describe.each(readers.map((reader) => [reader.browser, reader] as const))('in %s', (browser, reader) => {
  let tab: Tab;
  beforeAll(async () => {
    await reader.addRules(RULES);
    tab = await reader.tab();
  });
  beforeEach(async () => {
    await tab.media({});
    await tab.resize(1280, 900);
  });
  afterAll(() => tab.media({}));

  const here = (selector: string): Promise<void> => tab.until((wanted) => document.querySelector(wanted) !== null, selector);
  const picture = (name: string): Promise<void> => tab.screenshot(`${PICTURES}/${name}${browser === 'chromium' ? '' : '-firefox'}.png`);
  async function listing(): Promise<void> {
    await tab.goto(LISTING);
    await here('#work_5 > foldaway-panel');
    await here('foldaway-bar');
  }
  async function gate(): Promise<void> {
    await tab.goto(`${AO3}/works/2`);
    await here('foldaway-gate');
  }
  /** Of the only frame around an item. */
  const frame = (): Promise<string> => tab.evaluate(() => getComputedStyle(document.querySelector('#work_5') as Element).outlineStyle, null);

  it('keeps on paper what is folded folded and what is hidden hidden, and prints nothing to be pressed', async () => {
    await listing();
    await tab.media({ print: true });
    const seen = ['#work_2 > foldaway-fold', '#work_2 h4', '#work_3', '#work_4 h4'].map((selector) => visible(tab, selector));
    expect(await Promise.all(seen)).toEqual([true, false, false, true]);
    const buttons = await tab.evaluate(() => {
      const inside = [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')].flatMap((part) => [
        ...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? []),
      ]);
      return inside.filter((one) => one.checkVisibility() && !one.classList.contains('line')).map(({ innerText }) => innerText);
    }, null);
    expect(buttons).toEqual([]);
    expect(await frame()).toBe('solid');
    await picture('print-listing');
    await gate();
    expect([await visible(tab, '#workskin'), await visible(tab, 'foldaway-gate')]).toEqual([false, true]);
    await picture('print-gate');
  });

  it('prints the reasons, and not a word of what is away', async () => {
    const viewer = await (readers[1] ?? reader).tab();
    await listing();
    const words = await wordsOnPaper(tab, viewer);
    for (const id of [1, 4, 5]) expect(words).toContain(`Whathappensinwork${id}.`);
    for (const id of [2, 3, 6]) expect(words).not.toContain(`Whathappensinwork${id}.`);
    expect(words).toContain('Folded:MajorCharacterDeath');
    expect(words).toContain('Note:Gravelight');
    for (const button of ['Addrule', 'Why?', 'Pauseonthispage']) expect(words).not.toContain(button);
    await gate();
    const page = await wordsOnPaper(tab, viewer);
    expect(page).toContain('MajorCharacterDeath');
    for (const away of ['Nobodyreadsthisline.', 'Readthistime']) expect(page).not.toContain(away);
    await viewer.close();
  });

  it('is large enough for fingers: 44 pixels both ways, also on a narrow page', async () => {
    await tab.media({ fingers: true });
    await tab.resize(360, 780);
    await listing();
    const small = (): Promise<string[]> =>
      tab.evaluate(() => {
        const parts = [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel, foldaway-gate')].flatMap((part) => [
          ...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, a, label, summary, select') ?? []),
        ]);
        const boxes = parts.filter((one) => one.checkVisibility() && one.closest('.pick') === null).map((one) => ({ one, box: one.getBoundingClientRect() }));
        return boxes
          .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
          .map(({ one, box }) => `${one.localName} "${one.innerText}" ${Math.round(box.width)} x ${Math.round(box.height)}`);
      }, null);
    expect(await small()).toEqual([]);
    await picture('touch-listing');
    await tapWords(tab, '#work_2 > foldaway-fold', 'Why?');
    await here('foldaway-panel[open]');
    expect(await small()).toEqual([]);
    await tapWords(tab, '#work_1 > foldaway-panel', 'Add rule');
    await here('#work_1 > foldaway-panel[open]');
    await tapWords(tab, 'foldaway-panel[open]', 'Highlight');
    await tapWords(tab, 'foldaway-panel[open]', 'Slice of Life');
    expect(await small()).toEqual([]);
    await tapWords(tab, 'foldaway-panel[open]', 'Add rule');
    await judgedAs(tab, { work_1: 'highlight' });
    expect(await small()).toEqual([]);
    await picture('touch-added');
    await tapWords(tab, 'body > foldaway-panel', 'Undo');
    await judgedAs(tab, { work_1: 'show' });
    await gate();
    expect(await small()).toEqual([]);
    await picture('touch-gate');
  });

  it('moves nothing where the reader wants no motion', async () => {
    await listing();
    const moves = (): Promise<string[]> =>
      tab.evaluate(
        () =>
          [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')]
            .flatMap((part) => [...(part.shadowRoot?.querySelectorAll('*') ?? [])].map((one) => getComputedStyle(one).transitionDuration))
            .filter((time) => time !== '0s'),
        null,
      );
    expect((await moves()).length).toBeGreaterThan(0);
    await tab.media({ reducedMotion: true });
    expect(await moves()).toEqual([]);
  });

  it.each(['forced-light', 'forced-dark', 'contrast'] as const)('stays readable with the colours of the system: %s', async (colours) => {
    await listing();
    await tab.media({ colours });
    // A frame of the system's colours is a frame still, and buttons have borders of their own.
    expect(await frame()).toBe('solid');
    await pressWords(tab, '#work_1 > foldaway-panel', 'Add rule');
    await pressWords(tab, 'foldaway-panel[open]', 'Highlight');
    await picture(`${colours}-listing`);
    const faint = await tab.evaluate(
      () =>
        [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')]
          .flatMap((part) => [...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, span, p') ?? [])])
          .filter((one) => one.checkVisibility() && one.innerText !== '' && !one.matches(':disabled') && Number(getComputedStyle(one).opacity) < 1)
          .map(({ innerText }) => innerText),
      null,
    );
    expect(faint).toEqual([]);
    await gate();
    await picture(`${colours}-gate`);
  });
});
