import { beforeEach, describe, expect, it, vi } from 'vitest';
import { archivePages, isArchive } from '../../entrypoints/background/archive-pages';
import { siteHandlers } from '../../entrypoints/background/added-sites';
import { followOptional } from '../../entrypoints/background/optional-archives';
import { giverBack } from '../../entrypoints/background/permissions';
import { OPTIONAL_WORKS } from '../../src/archives/optional-sites';
import type { PageAsker } from '../../src/exchange/asking/ask-page';
import { settingOf } from '../../src/exchange/subscriptions/index';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { FakeScripting } from './fake-scripting';
import { syncAt } from './sync-at';

const [ROYAL, FIM] = ['https://www.royalroad.com/*', 'https://www.fimfiction.net/*'] as const;

/** Nothing is asked of these archives. */
const nobody = {} as PageAsker;

let scripts: FakeScripting;
let changes: number;
let store: ReturnType<typeof storeOver>;
const ids = (): string[] => scripts.registered.map(({ id }) => id);
const start = (): void => followOptional(() => (changes += 1));
const restart = (): void => {
  scripts.ended();
  start();
};
const allow = (origin: string): void => {
  scripts.given.add(origin);
  scripts.permissionsChanged();
};
/** Long enough for a background to do what it should not. */
const idle = async (): Promise<void> => {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
};
const sites = (...servers: string[]): ReturnType<typeof siteHandlers> => siteHandlers(store, nobody, giverBack(store, syncAt(...servers)));

beforeEach(() => {
  scripts = new FakeScripting();
  changes = 0;
  store = storeOver(new MemoryArea());
});

describe('the background, for archives that a reader switches on', () => {
  it('runs nothing there before, and nothing after a refusal', async () => {
    start();
    await idle();
    expect(scripts.registered).toEqual([]);
    expect((await archivePages(store)).filter((one) => [ROYAL, FIM].includes(one as typeof FIM))).toEqual([]);
  });

  it('runs the script there as soon as it is allowed, and not on pages of single works', async () => {
    start();
    allow(ROYAL);
    await vi.waitFor(() => expect(ids()).toEqual(['optional-royal-road']));
    expect(scripts.registered[0]).toEqual({
      id: 'optional-royal-road',
      matches: [ROYAL],
      excludeMatches: OPTIONAL_WORKS.map((path) => `https://www.royalroad.com${path}`),
      js: ['content-scripts/desk.js', 'content-scripts/optional.js'],
      css: ['content-scripts/optional.css'],
      runAt: 'document_start',
    });
    expect(changes).toBeGreaterThan(0);
    expect(await archivePages(store)).toContain(ROYAL);
    allow(FIM);
    await vi.waitFor(() => expect(ids()).toEqual(['optional-royal-road', 'optional-fimfiction']));
  });

  it('registers nothing anew when it starts again, and what is missing after an update', async () => {
    scripts.given.add(ROYAL).add(FIM);
    start();
    await vi.waitFor(() => expect(ids()).toHaveLength(2));
    restart();
    await idle();
    expect(scripts.registrations).toBe(1);
    scripts.registered = [];
    restart();
    await vi.waitFor(() => expect(ids()).toEqual(['optional-royal-road', 'optional-fimfiction']));
  });

  it('replaces what an earlier version had registered', async () => {
    scripts.given.add(ROYAL);
    scripts.registered = [{ id: 'optional-royal-road', matches: [ROYAL], js: ['content-scripts/before.js'] }];
    start();
    await vi.waitFor(() => expect(scripts.registered[0]?.js).toEqual(['content-scripts/desk.js', 'content-scripts/optional.js']));
  });

  it('leaves the scripts of others alone', async () => {
    const other = { id: 'added-0', matches: ['https://fics.example.org/*'], js: ['content-scripts/archive.js'] };
    scripts.registered = [other];
    scripts.given.add(ROYAL);
    start();
    await vi.waitFor(() => expect(ids()).toEqual(['added-0', 'optional-royal-road']));
    await sites()['leave-site']({ host: 'www.royalroad.com' });
    await vi.waitFor(() => expect(scripts.registered).toEqual([other]));
  });

  it('takes the script away with the permission, whoever took that', async () => {
    scripts.given.add(ROYAL).add(FIM);
    start();
    await vi.waitFor(() => expect(ids()).toHaveLength(2));
    scripts.given.delete(FIM);
    scripts.permissionsChanged();
    await vi.waitFor(() => expect(ids()).toEqual(['optional-royal-road']));
    // Taken while the background was not there.
    scripts.given.delete(ROYAL);
    restart();
    await vi.waitFor(() => expect(ids()).toEqual([]));
  });

  it('registers once when two events come at the same time', async () => {
    start();
    allow(ROYAL);
    scripts.permissionsChanged();
    scripts.permissionsChanged();
    await vi.waitFor(() => expect(ids()).toEqual(['optional-royal-road']));
    await idle();
    expect(scripts.registrations).toBe(1);
  });

  it('gives the permission back, unless a list or a sync server lives there', async () => {
    scripts.given.add(ROYAL);
    await sites('https://www.royalroad.com:8443/dav')['leave-site']({ host: 'www.royalroad.com' });
    expect([...scripts.given]).toEqual([ROYAL]);
    await sites()['leave-site']({ host: 'www.royalroad.com' });
    expect([...scripts.given]).toEqual([]);
    scripts.given.add(FIM);
    await store.edit([{ op: 'set', name: settingOf('sub-x'), value: { id: 'sub-x', address: 'https://www.fimfiction.net/list.txt', on: true } }]);
    await sites()['leave-site']({ host: 'www.fimfiction.net' });
    expect([...scripts.given]).toEqual([FIM]);
  });

  it('adds none of them as a site of another software, and hears its pages', async () => {
    await expect(sites()['add-site']({ host: 'www.royalroad.com' })).rejects.toMatchObject({
      code: 'bad-message',
    });
    expect(await isArchive(store, new URL('https://www.royalroad.com/fictions/best-rated'))).toBe(true);
  });
});
