// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { withRefusals } from '../../entrypoints/background/answering';
import { syncHandlers } from '../../entrypoints/background/sync';
import { browser } from '../../src/browser';
import type { Sync } from '../../src/sync/index';
import { TestDevice } from '../sync/device';
import { address, FetchServer, newCode, syncOf } from '../sync/fetch-server';
import { all, get, press, type, words } from './screen';
import { useStage } from './stage';

/** Keys are made of passphrases by real cryptography, which takes its time. */
const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const PASSPHRASE = 'a passphrase of mine';

/** The page over real sync, of which only the server is in memory. */
describe('a reader without the code', { timeout: 60_000 }, () => {
  const stage = useStage();
  const open = async (device: TestDevice, sync: Sync): Promise<void> => {
    stage.background.real = withRefusals(syncHandlers(device.store, sync)) as unknown as typeof stage.background.real;
    await stage.options('#/sync');
    await until(() => expect(words()).toContain('A file with everything'));
  };
  const says = (text: string): Promise<void> => until(() => expect(words()).toContain(text));
  const valueOf = (label: string): string => get<HTMLInputElement>('text', label).value;
  const choose = async (value: string): Promise<void> => {
    const select = document.querySelector<HTMLSelectElement>('select')!;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => expect(document.querySelector<HTMLSelectElement>('select')?.value).toBe(value));
  };
  const fill = async (): Promise<void> => {
    await type(get('text', 'Address of the folder'), address.url);
    await type(get('text', 'User name'), address.user);
    await type(get('text', 'Password'), address.password);
  };
  async function home(secret = newCode.secret) {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: of the phone');
    await laptop.put('tag: of the laptop');
    const [one, two] = [syncOf(phone, server), syncOf(laptop, server)];
    const { code } = await one.connect({ ...newCode, secret });
    server.backend.now += 10_000;
    return { server, phone, laptop, one, two, code };
  }

  it('is shown it as soon as it is made', async () => {
    const laptop = new TestDevice('laptop');
    const sync = syncOf(laptop, new FetchServer());
    await open(laptop, sync);
    await fill();
    await press(get('button', 'Look what is there'));
    await says('Nothing will be removed');
    await press(get('button', 'Connect'));
    await says('A new sync code was made');
    expect(valueOf('Sync code')).toBe((await sync.setup('webdav')).code);
    await press(get('button', 'Show the code and set up another device'));
    await until(() => expect(valueOf('Setup text from another device')).toMatch(/^foldaway-sync:/));
    expect(all('text', 'Sync code')).toHaveLength(1);
  });

  it('is warned of an address without encryption, and the browser is asked for the server alone, in the press', async () => {
    const laptop = new TestDevice('laptop');
    await open(laptop, syncOf(laptop, new FetchServer()));
    const requested: unknown[] = [];
    Object.defineProperty(browser.permissions, 'request', { value: (wanted: unknown) => Promise.resolve(requested.push(wanted) > 0) });
    await fill();
    expect(words()).not.toContain('This address is not encrypted');
    await type(get('text', 'Address of the folder'), 'http://nas.home.arpa:8080/dav/anna/');
    await says('This address is not encrypted (http)');
    expect(requested).toEqual([]);
    get('button', 'Look what is there').click();
    // Before anything is waited for: browsers no longer take it for a press afterwards.
    expect(requested).toEqual([{ origins: ['http://nas.home.arpa/*'] }]);
    await says('Nothing will be removed');
  });

  it('says who can read what before anything is connected', async () => {
    await open(new TestDevice('laptop'), syncOf(new TestDevice('laptop'), new FetchServer()));
    expect(words()).toContain('Google can read what Chrome carries');
    expect(words()).toContain('can then be read only with this code or passphrase');
    await choose('none');
    await says('Whoever runs the server can read your rules.');
  });

  it('sees it again where it is connected, beside the setup text', async () => {
    const { phone, one, code } = await home();
    await open(phone, one);
    expect(all('text', 'Sync code')).toEqual([]);
    await press(get('button', 'Show the code and set up another device'));
    await until(() => expect(valueOf('Sync code')).toBe(code));
    expect(valueOf('Setup text from another device')).toMatch(/^foldaway-sync:/);
  });

  it('fills in a form from the setup text of another device, all but the password', async () => {
    const { one, laptop, two, code } = await home();
    const { text } = await one.setup('webdav');
    await open(laptop, two);
    await type(get('text', 'Setup text from another device'), text!);
    await until(() => expect(valueOf('Address of the folder')).toBe(address.url));
    expect([valueOf('User name'), valueOf('Password'), valueOf('Folder for Foldaway'), valueOf('Sync code')]).toEqual(['anna', '', 'foldaway', code]);
    expect(document.activeElement).toBe(get('text', 'Password'));
    await type(get('text', 'Setup text from another device'), 'foldaway-sync:x');
    await says('This is not a setup text');
  });

  it('is told what starting anew means, and goes on under a new code', async () => {
    const { laptop, two, one, phone } = await home();
    await open(laptop, two);
    await fill();
    await press(get('button', 'Look what is there'));
    await says('locked with a different code or passphrase. Nothing was written.');
    expect(words()).toContain('No rule is removed from any device. Your other devices keep their rules and go on under the old code');
    await press(get('button', 'Start anew, leave the old files there'));
    await says('A new sync code was made');
    const code = valueOf('Sync code');
    await says('is locked with another code. If that one is the new code, enter it here');

    // On the other device the new code is entered.
    await one.syncNow();
    document.body.replaceChildren((stage.place = document.createElement('div')));
    await open(phone, one);
    await press(get('button', 'Change the code or passphrase'));
    await choose('code');
    await type(get('text', 'Sync code'), code);
    await press(get('button', 'Change'));
    await until(async () => expect(await phone.rules()).toEqual(['tag: of the laptop', 'tag: of the phone']));
    await until(() => expect(all('button', 'Change')).toEqual([]));
    expect((await one.setup('webdav')).code).toBe(code);
  });

  it('may have deleted what does not open any more', async () => {
    const { server, laptop, two } = await home();
    await open(laptop, two);
    await fill();
    await press(get('button', 'Look what is there'));
    await says('locked with a different code');
    await press(get('button', 'Start anew and delete what does not open'));
    await says('A new sync code was made');
    const { device } = await laptop.store.document();
    expect([...server.backend.files.keys()]).toEqual([`dev-${device}.a`]);
  });

  it('is told that a passphrase can not be shown, and changes it for a code', async () => {
    const { phone, one } = await home({ kind: 'passphrase', passphrase: PASSPHRASE });
    await open(phone, one);
    await press(get('button', 'Show the code and set up another device'));
    await says('You chose a passphrase of your own. It is kept nowhere, so it cannot be shown.');
    expect(all('text', 'Sync code')).toEqual([]);
    await press(get('button', 'Change the code or passphrase'));
    await press(get('button', 'Start anew, leave the old files there'));
    await says('A new sync code was made');
    expect(valueOf('Sync code')).toBe((await one.setup('webdav')).code);
  });

  it('finds the way open where the key is gone, and keeps what it had when a code is wrong', async () => {
    const { phone, server } = await home({ kind: 'passphrase', passphrase: PASSPHRASE });
    // Another life, another keyring.
    const sync = syncOf(phone, server);
    await syncOf(new TestDevice('tablet'), server).connect({ ...newCode, secret: { kind: 'passphrase', passphrase: PASSPHRASE } });
    await sync.syncNow();
    await open(phone, sync);
    await says('Stopped, and needs you.');
    await choose('passphrase');
    await type(get('text', 'Passphrase'), 'short');
    await press(get('button', 'Change'));
    await says('A passphrase needs at least 12 characters.');
    await type(get('text', 'Passphrase'), 'another passphrase');
    await press(get('button', 'Change'));
    await says('Start anew');
    expect((await sync.status()).stores[0]).toMatchObject({ state: 'needs-you', encryption: 'passphrase' });
    await type(get('text', 'Passphrase'), PASSPHRASE);
    await press(get('button', 'Change'));
    await until(async () => expect((await sync.status()).stores[0]).toMatchObject({ state: 'ok', encryption: 'passphrase' }));
  });
});
