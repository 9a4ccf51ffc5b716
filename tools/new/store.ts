import { camel, named, type Plan, type Read, replaced, withImport } from './change';

const LIST = 'src/sync/stores/index.ts';
const LOCALES = ['ar', 'de', 'en', 'es', 'fr', 'pt_BR', 'ru', 'zh_CN'].map((locale) => `public/_locales/${locale}/messages.json`);
/** After this text come those of the new store. */
const BEFORE = 'sync_browser';

/** A place where sync keeps files. */
export function planStore([name]: readonly string[], read: Read): Plan {
  const store = named('a store', name);
  const make = camel(store);
  const key = `sync_${store.replaceAll('-', '_')}`;
  const title = store.replace(/(^|-)(\w)/g, (_, hyphen: string, letter: string) => (hyphen && ' ') + letter.toUpperCase());
  const list = withImport(read(LIST), `import { ${make}Store } from './${store}';`);
  return {
    files: new Map([
      [`src/sync/stores/${store}.ts`, source(store, make, key)],
      [`tests/sync/${store}.test.ts`, test(store, make)],
    ]),
    edits: new Map([
      [LIST, replaced(list, /(export const stores: readonly Store\[\] = \[[^\]]*)browserStore/, (_, others = '') => `${others}${make}Store, browserStore`)],
      ...LOCALES.map((path): [string, string] => [path, withWords(read(path), key, title)]),
    ]),
    next: [
      `src/sync/stores/${store}.ts: what the reader enters, and the four methods; src/sync/backend.ts says what each promises.`,
      `tests/sync/${store}.test.ts: a stand-in that answers as the real one does. npm test -- unit ${store}`,
      `The words: ${key}_connect and ${key}_hint are empty in all of public/_locales, and ${key}_at is its name.`,
      'docs/privacy.md and docs/sync.md: what leaves the device, for where, who can read it. npm run check',
      'docs/adding-a-sync-backend.md says more.',
    ],
  };
}

/** The words that a store is offered with: its name is made up, the others are for a person to write. */
function withWords(json: string, key: string, title: string): string {
  const words = JSON.parse(json) as Record<string, unknown>;
  const entries = Object.entries(words);
  const at = entries.findIndex(([name]) => name === BEFORE);
  entries.splice(
    at,
    0,
    [`${key}_connect`, { message: '' }],
    [`${key}_hint`, { message: '' }],
    [`${key}_at`, { message: `${title} ($HOST$)`, placeholders: { host: { content: '$1' } } }],
  );
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

const source = (store: string, make: string, key: string): string => `import type { Backend, Listing } from '../backend';
import { SyncError } from '../error';
import { fileStore } from '../file-store';
import { requestsBy, nothing, timeOf, wholeBody } from '../requests';

/** What it is, as the reader gives it. */
export const ${make}Store = fileStore({
  id: '${store}',
  fields: [{ name: 'url', kind: 'address', label: 'sync_url' }],
  words: { connect: '${key}_connect', hint: '${key}_hint', name: '${key}_at' },
  open: ${make},
});

/** Which of its promises are relied on, with where you know them from. */
export function ${make}(address: Record<'url', string>, fetch?: typeof globalThis.fetch, timeout?: number): Backend {
  const folder = address.url.replace(/\\/*$/, '/');
  const file = (name: string): string => folder + encodeURIComponent(name);
  const ask = requestsBy({ fetch, timeout, headers: () => ({}) });

  async function list(): Promise<Listing> {
    return ask('GET', folder, [200, 404], async (response) => {
      if (response.status === 404) return { files: [], serverTime: timeOf(response) };
      throw new SyncError('not-ours', '${store} cannot read a listing yet');
    });
  }

  return {
    list,
    get: (name) => ask('GET', file(name), [200, 404], async (response) => (response.status === 404 ? nothing(response).then(() => null) : wholeBody(response))),
    put: (name, bytes) => ask('PUT', file(name), [200, 201, 204], nothing, bytes),
    delete: (name) => ask('DELETE', file(name), [200, 204, 404], nothing),
  };
}
`;

const test = (store: string, make: string): string => `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ${make} } from '../../src/sync/stores/${store}';
import { keepsTheContract } from './backend-contract';
import { FAULTS, isToldApart } from './faults';
import { type Answered, type Asked, startStandIn } from './stand-in';
import { FaultProxy } from './webdav/fault-proxy';

const files = new Map<string, Buffer>();

/** Answers as the real store does: written after what a real one has answered. */
function answer({ method, path }: Asked): Answered {
  return { status: 501, body: \`\${method} \${path} is not answered yet; \${files.size} files\` };
}

/** The methods that its listing, reading and writing stand or fall with. */
const METHODS = { list: 'GET', get: 'GET', put: 'PUT' };

describe('${store}', () => {
  let standIn: Awaited<ReturnType<typeof startStandIn>>;
  let proxy: FaultProxy;
  let url: string;
  beforeAll(async () => {
    standIn = await startStandIn(answer);
    proxy = new FaultProxy(standIn.url);
    url = await proxy.listen();
  });
  afterAll(async () => {
    await proxy?.close();
    await standIn?.close();
  });
  const store = (timeout?: number) => ${make}({ url }, fetch, timeout);

  it('does what sync relies on', () => keepsTheContract(store()));

  it.each(FAULTS)('is told apart: %s %j', (...row) => isToldApart(proxy, store(), METHODS, row));

  it('that hangs is given up', async () => {
    proxy.next = () => ({ kind: 'hang' });
    await expect(store(300).list()).rejects.toMatchObject({ code: 'offline' });
  });
});
`;
