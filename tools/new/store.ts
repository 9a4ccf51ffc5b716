import { camel, named, type Plan } from './change';

/** A place where sync keeps files. */
export function planStore([name]: readonly string[]): Plan {
  const store = named('a store', name);
  const make = camel(store);
  const Address = `${make[0]?.toUpperCase()}${make.slice(1)}Address`;
  return {
    files: new Map([
      [`src/sync/backends/${store}.ts`, source(store, make, Address)],
      [`tests/sync/${store}.test.ts`, test(store, make)],
    ]),
    edits: new Map(),
    next: [
      `src/sync/backends/${store}.ts: what the reader gives, and the four methods; src/sync/backend.ts says what each promises.`,
      `tests/sync/${store}.test.ts: a stand-in on loopback that answers as the real one does, and what goes wrong with it. npm test -- unit ${store}`,
      'Connect it: src/sync/kept.ts (what is remembered), src/sync/rounds.ts (how a round is run), src/sync/index.ts (how it is chosen), src/sync/status.ts (how it stands), src/messages/sync-table.ts and src/domain/sync-status.ts (its name).',
      'Show it: a form in src/ui/options/sync, in sync.tsx, its name in sync-words.ts, words in all of public/_locales.',
      'docs/privacy.md: what leaves the device, and for where. docs/sync.md. npm run check',
      'docs/adding-a-sync-backend.md says more.',
    ],
  };
}

const source = (store: string, make: string, Address: string): string => `import type { Backend } from '../backend';
import { SyncError } from '../error';

/** Where the files are, as the reader gave it. */
export interface ${Address} {
  url: string;
}

/** What it is, and which of its promises are relied on, with where you know them from. */
export function ${make}(address: ${Address}, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Backend {
  const unwritten = async (what: string): Promise<never> => {
    throw new SyncError('server', \`${store} cannot \${what} yet: \${address.url} \${fetch.name}\`);
  };
  return {
    list: () => unwritten('list'),
    get: () => unwritten('get'),
    put: () => unwritten('put'),
    delete: () => unwritten('delete'),
  };
}
`;

const test = (store: string, make: string): string => `import { describe, expect, it } from 'vitest';
import { ${make} } from '../../src/sync/backends/${store}';
import { keepsTheContract } from './backend-contract';

/** Answers as the real store does; see tests/sync/webdav/servers.ts for one with real servers. */
const standIn: typeof fetch = async () => new Response('not written yet', { status: 501 });
const ADDRESS = { url: 'http://127.0.0.1/' };

describe('${store}', () => {
  it('does what sync relies on', () => keepsTheContract(${make}(ADDRESS, standIn)));

  it.each([
    [401, 'refused'],
    [429, 'busy'],
    [503, 'busy'],
    [507, 'full'],
    [500, 'server'],
  ])('tells status %i as "%s"', async (status, code) => {
    const store = ${make}(ADDRESS, async () => new Response('', { status }));
    await expect(store.put('dev-x.a', new Uint8Array(1))).rejects.toMatchObject({ name: 'SyncError', code });
  });

  it('tells a missing answer as "offline"', async () => {
    const store = ${make}(ADDRESS, async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(store.list()).rejects.toMatchObject({ code: 'offline' });
  });
});
`;
