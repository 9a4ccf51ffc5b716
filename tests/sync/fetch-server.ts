import { Sync, type StoreChoice, type SyncDeps } from '../../src/sync/index';
import type { SyncArea } from '../../src/sync/sync-quota';
import { MemoryBackend } from './memory-stores';
import type { TestDevice } from './device';

/** A WebDAV server in memory, as `fetch` sees it. */
export class FetchServer {
  readonly backend = new MemoryBackend();
  down: number | 'network' | null = null;
  requests = 0;

  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    this.requests++;
    if (this.down === 'network') throw new TypeError('fetch failed');
    if (this.down !== null) return new Response('no', { status: this.down });
    const name = decodeURIComponent(new URL(String(input)).pathname.split('/').at(-1)!);
    const date = { Date: new Date(this.backend.now).toUTCString() };
    switch (init.method) {
      case 'PROPFIND': {
        const { files } = await this.backend.list();
        const rows = files.map(
          (file) =>
            `<d:response><d:href>/x/${file.name}</d:href><d:propstat><d:prop><d:getetag>&quot;${file.version}&quot;</d:getetag><d:getcontentlength>${file.size}</d:getcontentlength>` +
            `<d:getlastmodified>${new Date(file.modified!).toUTCString()}</d:getlastmodified></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
        );
        return new Response(`<d:multistatus xmlns:d="DAV:">${rows.join('')}</d:multistatus>`, { status: 207, headers: date });
      }
      case 'GET': {
        const bytes = await this.backend.get(name);
        return bytes ? new Response(bytes) : new Response(null, { status: 404 });
      }
      case 'PUT':
        await this.backend.put(name, new Uint8Array(init.body as Uint8Array<ArrayBuffer>));
        return new Response(null, { status: 201 });
      case 'DELETE':
        await this.backend.delete(name);
        return new Response(null, { status: 204 });
      default:
        return new Response(null, { status: 405 });
    }
  };
}

export const address = { url: 'https://cloud.example.org/dav/', user: 'anna', password: 'secret', folder: 'foldaway' };

/** A device and its sync; a restart forgets what was in memory only. */
export function syncOf(device: TestDevice, server: FetchServer, area: SyncArea | null = null, options: Partial<SyncDeps> = {}): Sync {
  const keys = new Map<string, CryptoKey>();
  return new Sync({
    truth: device.store,
    keep: {
      load: async () => (device.states.has('sync') ? (JSON.parse(device.states.get('sync')!) as unknown) : undefined),
      save: async (value) => void device.states.set('sync', JSON.stringify(value)),
    },
    keyring: {
      load: async (name) => keys.get(name) ?? null,
      save: async (name, key) => void keys.set(name, key),
      forget: async (name) => void keys.delete(name),
    },
    area,
    fetch: server.fetch as typeof fetch,
    permitted: async () => true,
    self: async () => ({ name: device.name, app: 'test' }),
    now: () => device.clock.now,
    random: device.random,
    ...options,
  });
}

export const newCode: StoreChoice = { store: 'webdav', address, secret: { kind: 'new-code' } };
export const withCode = (code: string): StoreChoice => ({ store: 'webdav', address, secret: { kind: 'code', code } });
