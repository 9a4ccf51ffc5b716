import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSites } from '../../entrypoints/background/added-scripts';
import { siteHandlers } from '../../entrypoints/background/added-sites';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { giverBack } from '../../entrypoints/background/permissions';
import { knownTagHandlers } from '../../entrypoints/background/known-tags';
import { siteAt } from '../../src/archives/index';
import { browser } from '../../src/browser';
import { PageAsker } from '../../src/exchange/asking/ask-page';
import { settingOf } from '../../src/exchange/subscriptions/index';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { FakeScripting } from './fake-scripting';
import { syncAt } from './sync-at';

const HOST = 'fics.example.org';
const onPage = (url: string): Runtime.MessageSender => ({ id: 'test', url, tab: { id: 1 } as never });
const ours: Runtime.MessageSender = { id: 'test', url: 'chrome-extension://test/options.html', tab: { id: 2 } as never };

let store: ReturnType<typeof storeOver>;
let requests: string[];
let asker: PageAsker;
let scripts: FakeScripting;
let sites: ReturnType<typeof siteHandlers>;
let now = 0;

/** The background starts, and has looked. */
const settled = (): Promise<void> => followSites(store, () => undefined)();
const put = async (line: string): Promise<void> => {
  const read = parseRule(line);
  if (read.ok) await store.edit([{ op: 'put-rule', rule: toStored(read.rule) }]);
};

beforeEach(() => {
  fakeBrowser.reset();
  requests = [];
  scripts = new FakeScripting(`https://${HOST}/*`);
  const getManifest = (): unknown => ({
    version: '1',
    content_scripts: [
      {
        matches: ['https://archiveofourown.org/*', 'https://ao3.org/*'],
        exclude_matches: ['https://archiveofourown.org/users/login*', 'https://ao3.org/users/login*'],
        js: ['/content-scripts/archive.js'],
        css: ['content-scripts/archive.css'],
        run_at: 'document_start',
      },
      { matches: ['https://www.fanfiction.net/*'], js: ['content-scripts/fanfiction.js'], run_at: 'document_start' },
      {
        matches: ['https://archiveofourown.org/works/*', 'https://archiveofourown.org/chapters/*'],
        js: ['chrome-extension://test/content-scripts/work.js'],
        css: null,
        run_at: 'document_start',
      },
    ],
  });
  Object.defineProperty(browser.runtime, 'getManifest', { configurable: true, value: getManifest });
  store = storeOver(new MemoryArea());
  asker = new PageAsker({
    request: async (address) => {
      requests.push(address);
      return new Response('<p>front</p>');
    },
    now: () => (now += 10_000),
    load: async () => ({}),
    keep: async () => undefined,
  });
  sites = siteHandlers(store, asker, giverBack(store, syncAt()));
});

describe('the background, for sites that a reader adds', () => {
  it('looks at open pages without a request, and asks for the front page only when told to', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 5 }] as never);
    expect(await sites['sniff-site']({ host: HOST })).toEqual({ open: ['<p>open page</p>'] });
    expect(requests).toEqual([]);
    expect(await sites['ask-front-page']({ host: HOST })).toEqual({ ok: true, html: '<p>front</p>' });
    expect(requests).toEqual([`https://${HOST}/`]);
  });

  it('asks nothing of a site without the permission', async () => {
    scripts.given.clear();
    await expect(sites['ask-front-page']({ host: HOST })).rejects.toMatchObject({ code: 'not-permitted' });
    expect(requests).toEqual([]);
  });

  it('runs there what runs on the archive of the same software, and nothing of others', async () => {
    await sites['add-site']({ host: HOST });
    await settled();
    expect(scripts.registered).toEqual([
      {
        id: 'added-0',
        matches: [`https://${HOST}/*`],
        excludeMatches: [`https://${HOST}/users/login*`],
        js: ['content-scripts/archive.js'],
        css: ['content-scripts/archive.css'],
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
      {
        id: 'added-2',
        matches: [`https://${HOST}/works/*`, `https://${HOST}/chapters/*`],
        js: ['content-scripts/work.js'],
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
  });

  it('registers nothing anew at a later start, and everything after an update has cleared it', async () => {
    await sites['add-site']({ host: HOST });
    await settled();
    await settled();
    expect(scripts.registrations).toBe(1);
    scripts.registered = [];
    await settled();
    expect(scripts.registered).toHaveLength(2);
  });

  it('follows the settings and the permission', async () => {
    let changes = 0;
    followSites(store, () => (changes += 1));
    await sites['add-site']({ host: HOST });
    await vi.waitFor(() => expect(scripts.registered).toHaveLength(2));
    expect(changes).toBe(1);
    scripts.given.clear();
    scripts.permissionsChanged();
    await vi.waitFor(() => expect(scripts.registered).toEqual([]));
    expect(await sites['get-sites']()).toEqual([{ host: HOST, permitted: false }]);
  });

  it('gives the permission back with the site, and the site alone can be had again by undo', async () => {
    await sites['add-site']({ host: HOST });
    const { undo } = await sites['remove-site']({ host: HOST });
    expect(scripts.given.size).toBe(0);
    await settled();
    expect(scripts.registered).toEqual([]);
    expect(await sites['get-sites']()).toEqual([]);
    await store.undo(undo);
    expect(await sites['get-sites']()).toEqual([{ host: HOST, permitted: false }]);
  });

  it('keeps a permission that a sync server or a subscription lives by', async () => {
    await store.edit([{ op: 'set', name: settingOf('sub-x'), value: { id: 'sub-x', address: `https://${HOST}/list.txt`, on: true } }]);
    await sites['leave-site']({ host: HOST });
    expect(scripts.given.size).toBe(1);
    const other = storeOver(new MemoryArea());
    await siteHandlers(other, asker, giverBack(other, syncAt(`https://${HOST}:8443/dav`)))['leave-site']({ host: HOST });
    expect(scripts.given.size).toBe(1);
  });

  it('adds no archive twice', async () => {
    await expect(sites['add-site']({ host: 'archiveofourown.org' })).rejects.toMatchObject({ code: 'bad-message' });
  });

  it('knows an added site by its host, so that its works are no other archive’s', async () => {
    await sites['add-site']({ host: HOST });
    const { settings } = await store.load();
    expect(siteAt(new URL(`https://${HOST}/works/1`), settings)).toMatchObject({ id: HOST });
    expect(siteAt(new URL('https://archiveofourown.org/works/1'), settings)).toMatchObject({ id: 'ao3' });
    expect(siteAt(new URL(`https://other.${HOST}/works/1`), settings)).toBeUndefined();
  });
});

describe('the background, for tags that count as the same', () => {
  it('asks for the page of the tag at the usual archive, and for nothing else', async () => {
    const tags = knownTagHandlers(store, new KeptTags(), asker, async () => undefined);
    expect(await tags['look-up-tag']({ name: 'A/B & C' }, ours)).toEqual({ ok: true, html: '<p>front</p>' });
    await tags['look-up-tag']({ name: 'Fluff', site: 'squidgeworld.org' }, ours);
    expect(requests).toEqual(['https://archiveofourown.org/tags/A*s*B%20*a*%20C', 'https://squidgeworld.org/tags/Fluff']);
  });

  it('asks for a page only about tags that a rule asks for, and at the page’s own archive', async () => {
    const tags = knownTagHandlers(store, new KeptTags(), asker, async () => undefined);
    const page = onPage('https://squidgeworld.org/works');
    await expect(tags['look-up-tag']({ name: 'Fluff' }, page)).rejects.toMatchObject({ code: 'not-allowed' });
    await put('fold tag: Fluff synonyms');
    await tags['look-up-tag']({ name: 'fluff', site: 'archiveofourown.org' }, page);
    expect(requests).toEqual(['https://squidgeworld.org/tags/fluff']);
  });

  it('asks no host that is no archive', async () => {
    const tags = knownTagHandlers(store, new KeptTags(), asker, async () => undefined);
    await expect(tags['look-up-tag']({ name: 'Fluff', site: 'evil.example' }, ours)).rejects.toMatchObject({ code: 'not-allowed' });
    await sites['add-site']({ host: HOST });
    await tags['look-up-tag']({ name: 'Fluff', site: HOST }, ours);
    expect(requests).toEqual([`https://${HOST}/tags/Fluff`]);
  });

  it('keeps what it learns, tells it with its rule, and forgets it', async () => {
    let learnt = 0;
    const tags = knownTagHandlers(store, new KeptTags(), asker, async () => void (learnt += 1));
    await put('fold tag: Angst synonyms, "Fluff" synonyms');
    const seen = { name: 'Fluff', canonical: 'Fluff', same: ['Fluffy'], below: [], cut: false };
    const page = onPage('https://www.archiveofourown.org/tags/Fluff');
    await tags['learn-tag'](seen, { ...page, tab: { ...page.tab, incognito: true } as never });
    expect(learnt).toBe(0);
    await tags['learn-tag'](seen, page);
    expect(learnt).toBe(1);
    await tags['learn-tag']({ ...seen, name: 'Nobody asks', canonical: 'Nobody asks' }, onPage('https://archiveofourown.org/tags/x'));
    await tags['look-up-tag']({ name: 'Not stored yet' }, ours);
    await tags['learn-tag']({ ...seen, name: 'Not stored yet', canonical: 'Not stored yet', site: 'archiveofourown.org' }, ours);
    expect((await tags['get-known-tags']()).map(({ name, known, used }) => [name, known?.site ?? null, used])).toEqual([
      ['Angst', null, true],
      ['Fluff', 'archiveofourown.org', true],
      ['Not stored yet', 'archiveofourown.org', false],
    ]);
    await tags['forget-tag']({ name: 'Not stored yet' });
    expect((await tags['get-known-tags']()).map(({ name }) => name)).toEqual(['Angst', 'Fluff']);
  });
});
