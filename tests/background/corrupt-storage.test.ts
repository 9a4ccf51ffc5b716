import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import { browserWith, startBackground, stored, type Background } from './stage';

const PAGE = 'https://archiveofourown.org/tags/Any/works';
const LIST = { id: 'l', name: 'List', on: true };
const works = ['1', '2'].map((id) => ({
  ...emptyWork('work'),
  subject: 'work',
  id,
  url: `https://archiveofourown.org/works/${id}`,
  title: `Work ${id}`,
  freeforms: id === '1' ? ['Angst'] : ['Fluff'],
}));

/** What a page and the reader need of the background, whatever lies in the storage. */
async function everything(background: Background): Promise<{ rules: string[]; actions: (string | undefined)[] }> {
  await background.get('page-started', { url: PAGE });
  const { verdicts } = await background.get('judge', { url: PAGE, page: 'listing', own: false, works }, PAGE);
  for (const name of [
    'get-lists',
    'get-history',
    'get-settings',
    'get-subscriptions',
    'get-corrections',
    'get-activity',
    'get-rule-facts',
    'get-set-aside',
    'sync-status',
    'export-rules',
  ] as const)
    await background.get(name);
  await background.get('known-works', { url: PAGE, ids: ['1', '2'] });
  await background.get('learn-tag', { name: 'Dread', canonical: 'Angst', same: [], below: [], cut: false });
  await background.get('get-pause', { tab: 1 });
  const { rules } = await background.get('get-rules');
  return { rules: rules.map(({ id }) => id).sort(), actions: verdicts.map((verdict) => verdict?.action) };
}

/** A reader's storage after some use: rules, a list, settings, a journal, copies, things learnt, sync that was disconnected. */
async function usedStorage(): Promise<Record<string, unknown>> {
  await browserWith({});
  const background = await startBackground();
  await background.get('add-rules', { text: 'fold freeform: "Angst" synonyms\nfold freeform: Nowhere' });
  await background.get('put-list', { list: LIST });
  await background.get('add-rules', { text: 'hide freeform: Elsewhere', list: LIST.id });
  await background.get('set-setting', { name: 'gather', value: true });
  await background.get('sync-rename', { name: 'Laptop' });
  await background.get('preview-subscription', { address: 'https://lists.test/list' });
  await background.get('subscribe', { address: 'https://lists.test/list' });
  await everything(background);
  const { rules } = await background.get('get-rules');
  await background.get('import-rules', { rules: [{ id: 'freeform: "Imported"' }], lists: [], lines: [] });
  await background.get('remove-rules', { ids: [rules[1]!.id] });
  // What is written some seconds later.
  await vi.advanceTimersByTimeAsync(5000);
  return stored();
}

/** What may lie where something else was expected: cut off, of another type, from a later version. */
function corruptions(value: unknown): [what: string, value: unknown][] {
  const text = JSON.stringify(value);
  const half = typeof value === 'string' ? value.slice(0, Math.floor(value.length / 2)) : text.slice(0, Math.floor(text.length / 2));
  const later =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, v: 99, version: 99, later: { added: true } } : { v: 99, value };
  const hollow = JSON.parse(text, (name, part: unknown) => (name !== '' && typeof part !== 'object' ? null : part)) as unknown;
  const garbled = JSON.parse(text, (_, part: unknown) => (typeof part === 'string' ? part.slice(1) : part)) as unknown;
  return [
    ['cut off', half],
    ['garbled', garbled],
    ['nothing', null],
    ['a number', 7],
    ['a text', 'x'],
    ['a list', [1, 'x', null]],
    ['an object', { x: { y: 1 }, names: 7 }],
    ['hollowed out', hollow],
    ['from a later version', later],
  ];
}

describe('the background over storage of which one key is corrupt', () => {
  let whole: Record<string, unknown>;
  let cases: [key: string, what: string, value: unknown][];
  let usual: Awaited<ReturnType<typeof everything>>;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('fetch', async () => new Response('! name: Shared\nfold freeform: "Of the list"\n', { headers: { 'Content-Type': 'text/plain' } }));
    whole = await usedStorage();
    await browserWith(whole);
    usual = await everything(await startBackground());
    cases = Object.entries(whole).flatMap(([key, value]) => corruptions(value).map(([what, bad]): [string, string, unknown] => [key, what, bad]));
  }, 60_000);
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('has looked at every key that there is', () => {
    expect(usual).toEqual({ rules: ['freeform: "Angst" synonyms', 'freeform: "Elsewhere"', 'freeform: "Imported"'], actions: ['fold', 'show'] });
    const keys = [...new Set(Object.keys(whole).map((key) => key.replace(/(?<=[/:]).*/, '')))].sort();
    expect(keys).toEqual([
      ...['device', 'document', 'folded-works', 'history', 'history/', 'journal', 'journal/', 'known-tags', 'known-works', 'match-counts', 'match-counts/'],
      ...['revision', 'seen-works', 'seen-works/', 'set-aside', 'subscription-ready:', 'subscription:', 'subscriptions-kept', 'sync'],
    ]);
  });

  it('tells what was set aside and how it began', async () => {
    await browserWith({ ...whole, document: { v: 1, entries: 7 } });
    expect((await (await startBackground()).get('get-rules')).trouble).toEqual([{ code: 'document', detail: '{"v":1,"entries":7}' }]);
  });

  it('answers everything, keeps what can be read, and goes on storing', async () => {
    const failed: string[] = [];
    for (const [key, what, value] of cases) {
      await browserWith({ ...whole, [key]: value });
      const background = await startBackground();
      try {
        const found = await everything(background);
        if (key !== 'document') expect(found).toEqual(usual);
        if (key === 'document' && what === 'from a later version') continue;
        await background.get('add-rules', { text: 'fold freeform: Later' });
        expect((await everything(background)).rules).toEqual([...found.rules, 'freeform: "Later"'].sort());
      } catch (error) {
        failed.push(`${key}, ${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(failed).toEqual([]);
  }, 120_000);
});
