import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { FaultProxy } from '../sync/webdav/fault-proxy';
import { SERVERS, type Server } from '../sync/webdav/servers';
import { type DemoArchive, startArchive } from './harness/archive';
import { type Reader, startReader } from './harness/reader';

declare const chrome: ExtensionApi;

const LOOPBACK = 'http://127.0.0.1/*';
const { name, start, missing } = SERVERS[0]!;

/** Lets the browser give the permission without asking a person, and asks for it in a real press. */
async function permit(reader: Reader): Promise<void> {
  const options = await reader.own('options.html');
  if (reader.browser === 'chromium') {
    const id = await options.evaluate(() => chrome.runtime.id, null);
    const extensions = await reader.tab('chrome://extensions');
    await extensions.evaluate(
      async ([extension, host]) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: { addHostPermission(id: string, host: string, done: () => void): void } };
        await new Promise<void>((done) => developerPrivate.addHostPermission(extension!, host!, done));
      },
      [id, LOOPBACK],
    );
    await extensions.close();
  }
  await options.evaluate((host) => {
    document.addEventListener('click', () => void chrome.permissions.request({ origins: [host] }), { once: true });
  }, LOOPBACK);
  await options.press('h1');
  await expect.poll(() => options.evaluate((host) => chrome.permissions.contains({ origins: [host] }), LOOPBACK)).toBe(true);
  await options.close();
}

const rules = async (reader: Reader): Promise<string[]> => (await reader.send('get-rules', {})).rules.map((rule) => rule.id).sort();

describe.skipIf(missing)(`Chromium and Firefox over ${name}`, () => {
  let archive: DemoArchive;
  let server: Server;
  let proxy: FaultProxy;
  let url: string;
  let [chromium, firefox]: Reader[] = [];
  beforeAll(async () => {
    archive = await startArchive(20);
    server = await start();
    proxy = new FaultProxy(server.url);
    url = await proxy.listen();
    [chromium, firefox] = await Promise.all([startReader('chromium', { port: archive.port }), startReader('firefox', { port: archive.port })]);
  });
  afterAll(async () => {
    await Promise.all([chromium?.close(), firefox?.close()]);
    await proxy?.close();
    await Promise.all([server?.stop(), archive?.close()]);
  });

  it('meet by a setup text, edit while apart, and lose nothing', async () => {
    const address = { url, user: server.user, password: server.password, folder: 'foldaway' };
    const [one, two] = [chromium!, firefox!];
    await one.addRules('fold freeform: "From Chromium"\nhide character: Both');
    await two.addRules('fold freeform: "From Firefox"\nhide character: Both');

    await expect(one.send('sync-connect', { choice: { store: 'webdav', address, secret: { kind: 'new-code' } } })).rejects.toThrow();
    await permit(one);
    await permit(two);
    await one.send('sync-connect', { choice: { store: 'webdav', address, secret: { kind: 'new-code' } } });
    const { text } = await one.send('sync-setup-text', { store: 'webdav' });
    const setup = (await two.send('sync-read-setup', { text }))!;
    expect(JSON.stringify(setup)).not.toContain(server.password);
    const choice = { store: 'webdav', address: { ...setup.address, password: server.password }, secret: { kind: 'code', code: setup.code } };
    expect(await two.send('sync-preview', { choice })).toMatchObject({ here: 2, there: 2, together: 3, removed: 0 });
    await two.send('sync-connect', { choice });
    await one.send('sync-now', {});
    const all = ['character: "Both"', 'freeform: "From Chromium"', 'freeform: "From Firefox"'];
    expect(await rules(one)).toEqual(all);
    expect(await rules(two)).toEqual(all);

    // The server is away while both go on.
    proxy.next = () => ({ kind: 'status', status: 503 });
    await one.addRules('fold freeform: "While Away 1"');
    await two.addRules('fold freeform: "While Away 2"');
    await two.send('remove-rules', { ids: ['freeform: "From Chromium"'] });
    expect((await one.send('sync-now', {})).stores[0]).toMatchObject({ state: 'waiting', error: { code: 'busy' }, unsent: 1 });
    await two.send('sync-now', {});
    proxy.next = () => null;
    for (const reader of [one, two, one]) expect((await reader.send('sync-now', {})).stores[0]).toMatchObject({ state: 'ok', unsent: 0 });
    const meant = ['character: "Both"', 'freeform: "From Firefox"', 'freeform: "While Away 1"', 'freeform: "While Away 2"'];
    expect(await rules(one)).toEqual(meant);
    expect(await rules(two)).toEqual(meant);
    expect((await two.send('sync-status', {})).known.map((device) => device.name).sort()).toEqual(['Chrome · Linux', 'Firefox · Linux']);
  });

  it('send an edit by themselves, without a press', async () => {
    const [one, two] = [chromium!, firefox!];
    await one.addRules('fold freeform: "Sent By Itself"');
    await expect
      .poll(async () => (await two.send('sync-now', {})) && (await rules(two)).includes('freeform: "Sent By Itself"'), { timeout: 15_000, interval: 1000 })
      .toBe(true);
  });

  it('send nothing readable', () => {
    const all = Buffer.concat(proxy.sent).toString('latin1');
    expect(all.length).toBeGreaterThan(2000);
    for (const word of ['Chromium', 'Away', 'Both', 'freeform', server.password])
      expect(all.replace(/\nuser-agent\n[^\n]*/gi, '').replace(/\nsec-ch-ua[^\n]*\n[^\n]*/gi, '')).not.toContain(word);
  });
});
