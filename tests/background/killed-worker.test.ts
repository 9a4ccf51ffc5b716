// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://archiveofourown.org/works" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index';
import { otw } from '../../src/archives/otw';
import type { Answers, Reply, RequestName } from '../../src/messages/table';
import { makeDesk } from '../../src/page/desk';
import { PageView, type PageReader } from '../../src/page/page-view';
import { serve } from '../../src/page/serve';
import { renderListingPage } from '../../tools/demo-archive/markup';
import { HOST, NOW, workSpec } from '../archives/specs';
import { openShadowRoots } from '../fake-extension';
import { newWorld, setTimeoutInLife } from './mortal-worker';

vi.mock('../../src/browser', () => import('./mortal-worker'));

/*
 * The background is ended at every step of the corridor, one after the other, and each time everything must come out
 * as if nothing had happened: what is blocked is folded, what is not is shown, counts are true, rules are kept.
 */
const PAGE = `${HOST}/works`;
const RULES = 'fold freeform: Angst\nhide freeform: Omegaverse';
const HTML = renderListingPage({
  listing: 'works',
  path: '/works',
  items: [
    { kind: 'work', work: workSpec({ id: 1 }) },
    { kind: 'work', work: workSpec({ id: 2, freeforms: ['Angst'] }) },
    { kind: 'work', work: workSpec({ id: 3, freeforms: ['Omegaverse'] }) },
  ],
});
const TRUE = { work_1: 'show', work_2: 'fold', work_3: 'hide' };

let world: ReturnType<typeof newWorld>;
let stop: AbortController;
let roots: WeakMap<Element, ShadowRoot>;
let parsed: Element | undefined;
/** What the address of a list answers. */
let list = '';

const reader: PageReader = {
  archive: 'ao3',
  archiveName: 'AO3',
  items: otw.items,
  lists: true,
  isMuted: () => false,
  readItem: (item) => otw.readItem(item, new URL(PAGE), NOW),
  readPage: () => otw.readPage(document, new URL(PAGE)),
};

async function ask<Name extends RequestName>(name: Name, body: object): Promise<Answers[Name]> {
  const reply = (await settled(world.send({ name, body }, 'own'))) as Reply<Answers[Name]>;
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

/** Time goes by until a promise is settled. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  let done = false;
  promise.then(
    () => (done = true),
    () => (done = true),
  );
  for (let waited = 0; !done && waited < 400; waited += 1) await vi.advanceTimersByTimeAsync(5);
  return promise;
}

function openPage(): PageView {
  parsed ??= new DOMParser().parseFromString(HTML, 'text/html').getElementById('main') ?? undefined;
  document.body.replaceChildren(...(parsed === undefined ? [] : [document.importNode(parsed, true)]));
  stop = new AbortController();
  const desk = makeDesk();
  const view = new PageView(document, reader, stop.signal, () => desk);
  serve(view, stop.signal);
  return view;
}

const verdicts = () => Object.fromEntries([...document.querySelectorAll('li.blurb')].map((item) => [item.id, item.getAttribute('data-foldaway')]));
const bar = () => roots.get(document.querySelector('foldaway-bar') ?? document.body)?.textContent ?? '';

async function startOver(): Promise<void> {
  world = newWorld(() => background.main(), PAGE);
  vi.stubGlobal('browser', world.pageApi());
  // Keys of sync, which these tests do not connect.
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  vi.stubGlobal('fetch', async () => new Response(list, { headers: { 'Content-Type': 'text/plain' } }));
  await ask('add-rules', { text: RULES });
  world.end();
}

/** Runs something with the worker ended at its first step, its second, and so on, until it is never ended. */
async function atEveryStep(run: () => Promise<void>): Promise<string[]> {
  const killedAt: string[] = [];
  for (let step = 1; ; step += 1) {
    await startOver();
    world.mortal(step);
    await run();
    const { killed } = world;
    stop?.abort();
    if (killed === '') return killedAt;
    killedAt.push(killed);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('setTimeout', setTimeoutInLife(setTimeout));
  roots = openShadowRoots();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a background that is ended at any step', () => {
  it('of judging a page leaves every item with its true verdict, and the bar and the button with true counts', async () => {
    const killedAt = await atEveryStep(async () => {
      openPage();
      await vi.advanceTimersByTimeAsync(1200);
      const at = `ended at: ${world.killed}`;
      expect(verdicts(), at).toEqual(TRUE);
      expect(document.documentElement.getAttribute('data-foldaway-curtain'), at).toBe('down');
      expect(bar(), at).toContain('1 folded, 1 hidden of 3');
      expect(world.badge, at).toBe('2');
    });
    expect(killedAt).toEqual(expect.arrayContaining(['message', 'local.get', 'local.get, done', 'answer', 'badge', 'session.get']));
  }, 60_000);

  it('of an edit leaves the rule stored or the reader told, and every open page true once the edit is there', async () => {
    const killedAt = await atEveryStep(async () => {
      openPage();
      const { killAt } = world;
      world.killAt = 0;
      await vi.advanceTimersByTimeAsync(800);
      world.mortal(killAt);
      const done = await ask('add-rules', { text: 'fold freeform: "Slow Burn"' }).catch((error: Error) => error);
      await vi.advanceTimersByTimeAsync(800);
      const at = `ended at: ${world.killed}`;
      world.killAt = 0;
      const kept = (await ask('get-rules', {})).rules.map(({ id }) => id).filter((id) => id.includes('Slow Burn'));
      await vi.advanceTimersByTimeAsync(800);
      // A rule is never half there, and never twice; one that is there is obeyed on the open page.
      if (!(done instanceof Error)) expect(kept, at).toHaveLength(1);
      expect(verdicts(), at).toEqual({ ...TRUE, work_1: kept.length === 1 ? 'fold' : 'show' });
      // Told that it failed, the reader does it again.
      if (done instanceof Error) await ask('add-rules', { text: 'fold freeform: "Slow Burn"' });
      await vi.advanceTimersByTimeAsync(800);
      expect((await ask('get-rules', {})).rules, at).toHaveLength(3);
      expect(verdicts(), at).toEqual({ ...TRUE, work_1: 'fold' });
      expect(world.badge, at).toBe('3');
    });
    expect(killedAt).toEqual(expect.arrayContaining(['message', 'local.set', 'local.set, done', 'tabs.query', 'tabs.sendMessage', 'answer']));
  }, 60_000);

  // What changes verdicts without being an edit of the rules.
  it.each<[string, () => Promise<void>, () => Promise<void>, () => Promise<'show' | 'fold'>]>([
    [
      'an update of a list',
      async () => {
        list = '! name: List\nhide freeform: Nowhere\n';
        await ask('preview-subscription', { address: 'https://lists.test/list' });
        await ask('subscribe', { address: 'https://lists.test/list' });
        list = '! name: List\nfold freeform: "Slow Burn"\n';
      },
      async () => {
        const [subscription] = await ask('get-subscriptions', {});
        await ask('refresh-subscription', { id: subscription?.choice.id ?? '' });
      },
      async () => ((await ask('get-subscriptions', {}))[0]?.update === null ? 'show' : 'fold'),
    ],
    [
      'learning a synonym',
      async () => {
        await ask('add-rules', { text: 'fold freeform: "Pining" synonyms' });
      },
      async () => void (await ask('learn-tag', { name: 'Slow Burn', canonical: 'Pining', same: ['Slow Burn'], below: [], cut: false })),
      async () => ((await ask('get-known-tags', {})).some(({ known }) => known !== null) ? 'fold' : 'show'),
    ],
  ])(
    'of %s leaves every open page true to what is there',
    async (_, prepare, act, expected) => {
      const outcomes = new Set<string>();
      await atEveryStep(async () => {
        const { killAt } = world;
        world.killAt = 0;
        openPage();
        await vi.advanceTimersByTimeAsync(800);
        await prepare();
        await vi.advanceTimersByTimeAsync(800);
        expect(verdicts()).toEqual(TRUE);
        world.mortal(killAt);
        await act().catch(() => undefined);
        await vi.advanceTimersByTimeAsync(800);
        const at = `ended at: ${world.killed}`;
        world.killAt = 0;
        const work_1 = await expected();
        await vi.advanceTimersByTimeAsync(800);
        expect(verdicts(), at).toEqual({ ...TRUE, work_1 });
        outcomes.add(work_1);
      });
      expect([...outcomes].sort()).toEqual(['fold', 'show']);
    },
    60_000,
  );

  it('of a pause leaves every open page true to it', async () => {
    await atEveryStep(async () => {
      const { killAt } = world;
      world.killAt = 0;
      openPage();
      await vi.advanceTimersByTimeAsync(800);
      world.mortal(killAt);
      await ask('set-pause', { tab: 1, what: 'tab', on: true }).catch(() => undefined);
      await vi.advanceTimersByTimeAsync(800);
      const at = `ended at: ${world.killed}`;
      world.killAt = 0;
      const { tab } = await ask('get-pause', { tab: 1 });
      await vi.advanceTimersByTimeAsync(800);
      expect(verdicts(), at).toEqual(tab ? { work_1: null, work_2: null, work_3: null } : TRUE);
    });
  }, 60_000);
});
