import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { getMessage } from '../fake-extension';
import { SERVERS, type Server } from '../sync/webdav/servers';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, fieldNamed, pressNamed, type Reader, says, type Tab } from './harness/reader';

declare const chrome: ExtensionApi;

const { name, start, missing } = SERVERS[0]!;

const field = (tab: Tab, key: string): Promise<string> => fieldNamed(tab, getMessage(key));
const press = (tab: Tab, key: string): Promise<void> => pressNamed(tab, getMessage(key));

/** In Chromium, the browser's own question cannot be answered by a test; this says yes in advance. */
async function sayYes(reader: Reader): Promise<void> {
  if (reader.browser === 'firefox') return;
  const own = await reader.own('options.html');
  const id = await own.evaluate(() => chrome.runtime.id, null);
  await own.close();
  const extensions = await reader.tab('chrome://extensions');
  await extensions.evaluate(async (extension) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: { addHostPermission(id: string, host: string, done: () => void): void } };
    await new Promise<void>((done) => developerPrivate.addHostPermission(extension, 'http://127.0.0.1/*', done));
  }, id);
  await extensions.close();
}

describe.skipIf(missing).each(BROWSERS)(`in %s, the sync page with ${name}`, (browser) => {
  const archive = openArchive(undefined, 20);
  const reader = openReader(browser, archive);
  let server: Server;
  beforeAll(async () => void (server = await start()));
  afterAll(() => server?.stop());

  it('says what is wrong with an address before anything is asked of anybody', async () => {
    const tab = await reader.own('options.html#/sync');
    await says(tab, 'main', getMessage('sync_connect_webdav'));
    await tab.type(await field(tab, 'sync_url'), 'cloud.example.org');
    await press(tab, 'sync_look');
    await says(tab, '.notice-bad', getMessage('sync_url_bad'));
    await tab.close();
  });

  it('shows what connecting would do, connects, shows how it stands and the way for the next device, says when it is needed, and disconnects', async () => {
    await sayYes(reader);
    await reader.addRules('fold freeform: Angst\nfold freeform: Fluff');
    const tab = await reader.own('options.html#/sync');
    await says(tab, 'main', getMessage('sync_connect_webdav'));
    await tab.type(await field(tab, 'sync_url'), server.url);
    await tab.type(await field(tab, 'sync_user'), server.user);
    await tab.type(await field(tab, 'sync_password'), server.password);
    await press(tab, 'sync_look');
    await says(tab, 'main', getMessage('sync_preview', ['2', '0', '2']));
    await says(tab, 'main', getMessage('sync_preview_nothing_removed'));
    await press(tab, 'sync_connect');
    await says(tab, 'main', getMessage('sync_read_encrypted'));
    await says(tab, 'main', getMessage('sync_code_new'));
    await press(tab, 'sync_second_device');
    await tab.until(() => document.querySelector('svg.setup-code path') !== null, null);
    const setup = await tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('svg.setup-code + textarea')?.value ?? '', null);
    expect(setup).toMatch(/^foldaway-sync:/);
    expect(atob(setup.slice('foldaway-sync:'.length).replace(/-/g, '+').replace(/_/g, '/'))).not.toContain(server.password);

    const title = (): Promise<string> => tab.evaluate(() => chrome.action.getTitle({}), null);
    expect(await title()).toBe('Foldaway');
    await tab.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }), null);
    await press(tab, 'sync_now');
    await says(tab, 'main', getMessage('error_sync_no_permission'));
    await expect.poll(title).toBe(`Foldaway: ${getMessage('sync_needs_you')}`);

    await press(tab, 'sync_disconnect');
    await press(tab, 'sync_disconnect_keep');
    await expect.poll(title).toBe('Foldaway');
    await says(tab, 'main', getMessage('sync_connect_webdav'));
    expect((await reader.send('get-rules', {})).rules).toHaveLength(2);
    await tab.close();
  });
});
