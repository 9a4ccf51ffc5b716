import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSubscriptions, renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3, type DemoArchive, startArchive } from './harness/archive';
import { type Chromium, startChromium } from './harness/chromium';
import { aWork, listingOf } from './harness/works';

/*
 * What we draw on pages, looked at in both skins and two widths: pictures for people to leaf through, and an
 * accessibility check. Shadow roots are closed, so the check runs on a copy of what is inside them, with the page's
 * own style sheet around it.
 */
const PICTURES = '.output/pictures/page';
const RULES = 'fold warning: major-character-death note: "not today"\nhide freeform: Omegaverse\nnote fandom: Gravelight\nhighlight freeform: Fluff\nfold rating: explicit';
const tags = { relationships: ['Mara Venn/Ilse Korr'], characters: ['Mara Venn', 'Ilse Korr'], freeforms: ['Slow Burn', 'Past Rape/Non-con'] };
const works = [aWork(1, tags), aWork(2, { warnings: ['death'], ...tags }), aWork(3, { freeforms: ['Omegaverse'] }), aWork(4, { warnings: ['death'] }), aWork(5, { fandoms: ['Gravelight'] }), aWork(6, { freeforms: ['Fluff'] }), aWork(7, { rating: 'explicit' })];

interface DomNode {
  localName: string;
  nodeValue: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const below = (node: DomNode): DomNode[] => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(below)];
const words = (node: DomNode): string => node.nodeValue + (node.children ?? []).map(words).join('');

async function ours(session: CDPSession): Promise<DomNode[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode };
  return below(root).filter(({ localName }) => localName.startsWith('foldaway-'));
}

/** Presses, with the mouse, what first carries these words inside one of our elements. */
async function press(page: Page, host: string, label: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const inside = (await ours(session)).filter(({ localName }) => localName === host).flatMap(below);
  const target = inside.find((node) => ['button', 'label'].includes(node.localName) && words(node).includes(label));
  if (target === undefined) throw new Error(`Nothing says "${label}" in ${host}`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: target.backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: target.backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  await session.detach();
}

async function copyOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  for (const host of await ours(session)) {
    const root = host.shadowRoots?.[0];
    if (root === undefined) continue;
    const inner: string[] = [];
    for (const child of root.children ?? []) inner.push(((await session.send('DOM.getOuterHTML', { backendNodeId: child.backendNodeId })) as { outerHTML: string }).outerHTML);
    parts.push(`<${host.localName}><template shadowrootmode="open">${inner.join('')}</template></${host.localName}>`);
  }
  await session.detach();
  return parts.join('\n');
}

let archive: DemoArchive;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  archive = await startArchive(60);
  archive.put('/works', listingOf(works, { page: 1, pages: 3 }));
  archive.put('/works/2', renderWorkPage(aWork(2, { warnings: ['death'], ...tags })));
  archive.put('/users/ana/subscriptions', renderSubscriptions('ana', [{ work: aWork(2) }, { work: aWork(1) }], { viewer: { login: 'ana' } }));
});
afterAll(() => archive.close());

describe.each([
  ['light', 1280],
  ['light', 360],
  ['dark', 1280],
  ['dark', 360],
] as const)('on a %s skin, %i pixels wide', (skin, width) => {
  let chromium: Chromium;
  let page: Page;
  const look = `skin=${skin}`;

  beforeAll(async () => {
    chromium = await startChromium({ port: archive.port, viewport: { width, height: width > 500 ? 1000 : 780 } });
    const own = await chromium.openOwn('options.html');
    await own.evaluate((text) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULES);
    page = await chromium.open(`${AO3}/works?${look}`);
    await page.waitForSelector('foldaway-bar', { state: 'attached' });
  });
  afterAll(() => chromium.close());

  async function check(name: string): Promise<void> {
    await page.screenshot({ path: `${PICTURES}/${name}-${skin}-${width}.png`, fullPage: true });
    archive.put('/copy', `<!DOCTYPE html><html lang="en"><head><title>Copy</title><link rel="stylesheet" href="/stylesheets/skins/skin_1_site_screen_.css"></head><body class="logged-out"><div id="outer"><div id="inner"><main id="main">${await copyOf(page)}</main></div></div></body></html>`);
    const copy = await chromium.open(`${AO3}/copy?${look}`);
    const { violations, passes } = await new AxeBuilder({ page: copy }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    await copy.close();
    expect(passes.map(({ id }) => id)).toContain(name === 'marks' ? 'role-img-alt' : 'color-contrast');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  }

  it('draws folds, notes, frames and the bar', () => check('listing'));

  it('explains', async () => {
    await press(page, 'foldaway-fold', 'Why?');
    await page.waitForSelector('foldaway-panel[open]', { state: 'attached' });
    await check('why');
    await press(page, 'foldaway-panel', 'Close');
  });

  it('offers what a rule can be made of, and says when it is made', async () => {
    await press(page, 'foldaway-panel', 'Add rule');
    await page.waitForSelector('foldaway-panel[open]', { state: 'attached' });
    await press(page, 'foldaway-panel', 'Slow Burn');
    await page.waitForTimeout(400);
    await check('add');
    await page.keyboard.press('Enter');
    await page.waitForSelector('body > foldaway-panel', { state: 'attached' });
    await check('added');
  });

  it('stands in front of a work', async () => {
    await page.goto(`${AO3}/works/2?${look}`);
    await page.waitForSelector('foldaway-gate', { state: 'attached' });
    await check('gate');
    await press(page, 'foldaway-gate', 'Show what it is');
    await check('gate-open');
  });

  it('marks links', async () => {
    await page.goto(`${AO3}/users/ana/subscriptions?${look}`);
    await page.waitForSelector('foldaway-mark', { state: 'attached' });
    await check('marks');
  });
});
