// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncAnswer } from '../../src/messages/table';
import { all, get, press, settle, type, words } from './screen';
import { useStage } from './stage';

const NOW = Date.UTC(2031, 0, 5, 12);
const store: SyncAnswer['stores'][number] = {
  store: 'browser',
  where: '',
  addresses: [],
  state: 'ok',
  error: null,
  lastOk: NOW,
  nextTry: NOW,
  unsent: 0,
  insecure: false,
  encryption: 'none',
  carried: { rules: 5, of: 5, room: 6900 },
  damaged: [],
  locked: [],
  arriving: [],
  clockOff: null,
};
const phone = { id: 'phone-id', name: 'Phone', app: 'Firefox 142, 1.0.0', day: 22_280, rules: 12, own: false };

describe('the sync page', () => {
  const stage = useStage();
  const open = async (sync: Partial<SyncAnswer> = {}): Promise<void> => {
    stage.background.sync = { ...stage.background.sync, ...sync };
    await stage.options('#/sync');
  };
  const asked = (name: string): unknown => stage.background.sent.findLast((one) => one.name === name)?.body;

  it('says when the name of this device could not be stored', async () => {
    await open({ stores: [store], known: [{ ...phone, own: true }] });
    stage.background.refuse = { name: 'sync-rename', code: 'write-failed' };
    const field = get('input[maxlength="100"]', 'Name of this device');
    await type(field, 'My phone');
    field.dispatchEvent(new FocusEvent('blur'));
    await settle();
    expect(words()).toContain('The browser could not store this');
  });

  it('takes the name of this device by Enter, and none for the usual one', async () => {
    await open({ stores: [store], known: [{ ...phone, own: true }] });
    const field = get('input[maxlength="100"]', 'Name of this device');
    for (const name of ['My phone', '']) {
      field.focus();
      await type(field, name);
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await settle();
      expect(asked('sync-rename')).toEqual({ name });
    }
  });

  it('shows how full the browser’s sync is, in rules, also while everything fits', async () => {
    await open({ stores: [store] });
    const meter = document.querySelector('meter')!;
    expect([meter.value, meter.max]).toEqual([5, 6900]);
    expect(words()).toContain('5 rules there; room for about 6,900.');
    expect(words()).not.toContain('travel with the browser');
  });

  it('says in full what travels when not everything fits', async () => {
    await open({ stores: [{ ...store, carried: { rules: 6012, of: 9480, room: 6012 } }] });
    expect(words()).toContain('6,012 of 9,480 rules travel with the browser');
  });

  it('shows no meter before the first round has counted', async () => {
    await open({ stores: [{ ...store, state: 'new', carried: { rules: 0, of: 0, room: 0 } }] });
    expect(document.querySelector('meter')).toBeNull();
  });

  it('asks the browser again for the address that it no longer lets Foldaway reach, and then syncs', async () => {
    const lost = {
      store: 'webdav',
      where: 'cloud.test',
      addresses: ['https://cloud.test/dav/'],
      carried: null,
      state: 'needs-you',
      error: { code: 'no-permission', detail: '' },
    } satisfies Partial<SyncAnswer['stores'][number]>;
    await open({ stores: [{ ...store, ...lost }], needsYou: true });
    stage.background.permits = false;
    await press(get('button', 'Allow this address'));
    expect(asked('sync-now')).toBeUndefined();
    expect(words()).toContain('Your browser did not allow Foldaway to reach this address.');
    stage.background.permits = true;
    await press(get('button', 'Allow this address'));
    expect(asked('sync-now')).toEqual({});
  });

  describe('with several devices', () => {
    beforeEach(() => open({ known: [{ ...phone, id: 'own', name: 'Laptop', rules: 1, own: true }, phone] }));

    it('tells the rules of each, and when it was last seen', () => {
      expect(words()).toContain('this device · 1 rule added or changed there');
      expect(words()).toMatch(/Phone Firefox 142, 1\.0\.0 · last seen .* · 12 rules added or changed there/);
    });

    it('forgets one that is not this one, and takes that back', async () => {
      expect(all('button', 'Forget Laptop')).toEqual([]);
      await press(get('button', 'Forget Phone'));
      expect(asked('sync-forget')).toEqual({ device: 'phone-id' });
      expect(words()).toContain('Phone is no longer listed');
      await press(get('button', 'Undo'));
      expect(asked('undo')).toEqual({ token: '0' });
    });
  });

  it('says when something that it remembers could not be read, until the reader lets go of it', async () => {
    await open({ aside: true, needsYou: true });
    expect(words()).toContain('could not be read and was set aside');
    await press(get('button', 'Forget what was set aside'));
    expect(asked('sync-forget-aside')).toEqual({});
  });

  it('answers the conflict that is shown, by what it is about', async () => {
    const conflict = {
      kind: 'rule',
      id: 'tag: "Tea"',
      field: 'note',
      kept: 'green',
      lost: 'black',
      device: 'phone-id',
      own: true,
      at: NOW,
      deviceName: 'Phone',
      key: 'the key',
    };
    await open({ conflicts: [conflict], needsYou: true });
    expect(words()).toContain('Now: green. The other value: black.');
    await press(get('button', 'Take the other value'));
    expect(asked('sync-settle-conflict')).toEqual({ key: 'the key', takeOther: true });
  });

  it('takes back a single change of a merge', async () => {
    const outcome = { at: NOW, from: [{ device: 'phone-id', name: 'Phone', added: 2, removed: 0, changed: 0 }], sent: 0, undo: 'token', reasserted: [] };
    await open({ outcomes: [outcome] });
    expect(words()).toContain('2 changes from Phone');
    await press(get('button', 'Details'));
    await press(get('button', 'Take back', document.querySelector('.changes')!));
    expect(asked('undo')).toEqual({ token: 'token', only: ['tag: "Tea"'] });
  });

  it('tries again to connect a store when the reader looks again', async () => {
    stage.background.real['sync-preview'] = () => ({ here: 1, there: 2, together: 3, removed: 0 });
    stage.background.refuse = { name: 'sync-connect', code: 'sync-offline' };
    await open();
    const section = get('heading', 'Connect a WebDAV server').closest('section') as HTMLElement;
    await type(get('text', 'Address of the folder'), 'https://cloud.test/dav/');
    await press(get('button', 'Look what is there', section));
    await press(get('button', 'Connect', section));
    expect(all('button', 'Connect', section)).toEqual([]);
    stage.background.refuse = null;
    await press(get('button', 'Look what is there', section));
    expect(get('button', 'Connect', section)).toBeTruthy();
  });

  it('says when the code for a second device could not be had', async () => {
    await open({ stores: [{ ...store, store: 'webdav', where: 'cloud.test', encryption: 'code' }] });
    stage.background.refuse = { name: 'sync-setup-text', code: 'no-answer' };
    await press(get('button', 'Show the code and set up another device'));
    expect(words()).toContain('did not answer');
  });

  it('takes the same file again, once its passphrase is there', async () => {
    await open();
    const field = document.querySelector<HTMLInputElement>('input[accept=".foldaway"]') as HTMLInputElement;
    const emptied: string[] = [];
    Object.defineProperty(field, 'files', { value: [new File(['x'], 'all.foldaway')] });
    Object.defineProperty(field, 'value', {
      set: (value: string) => {
        emptied.push(value);
      },
    });
    stage.background.refuse = { name: 'sync-preview-file', code: 'sync-locked' };
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(words()).toContain('locked with a different code or passphrase');
    // A browser tells nothing of a file that is chosen a second time in a row.
    expect(emptied).toEqual(['']);
  });
});
