import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChoices, settingOf, Subscriptions, type Shelf, type SubscriptionChoice } from '../../src/exchange/subscriptions/index';
import { LIST, ListServer } from './list-server';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 10, 21);

/** What `storage.local` does: values are copied in and out. */
class MemoryShelf implements Shelf {
  readonly data = new Map<string, string>();
  get = async (keys: string[]): Promise<Record<string, unknown>> =>
    Object.fromEntries(keys.flatMap((key) => (this.data.has(key) ? [[key, JSON.parse(this.data.get(key) ?? '')]] : [])));
  set = async (items: Record<string, unknown>): Promise<void> => {
    for (const [key, value] of Object.entries(items)) this.data.set(key, JSON.stringify(value));
  };
  remove = async (keys: string[]): Promise<void> => {
    for (const key of keys) this.data.delete(key);
  };
}

let server: ListServer;
let shelf: MemoryShelf;
let choices: SubscriptionChoice[];
let now: number;
let path: string;
let asked: string[];
let version: string;
let subscriptions: Subscriptions;

beforeAll(async () => void (server = await ListServer.start()));
afterAll(() => server.stop());
beforeEach(() => {
  shelf = new MemoryShelf();
  choices = [];
  now = START;
  path = '/list';
  asked = [];
  version = '1';
  server.text = LIST;
  server.etag = '"v1"';
  subscriptions = restarted();
});

/** A worker that starts anew over what is kept. Addresses are https; they are answered by the server on loopback. */
function restarted(): Subscriptions {
  return new Subscriptions({
    changing: async () => undefined,
    shelf,
    version,
    choices: async () => choices,
    request: (address, init) => {
      asked.push(address);
      return fetch(server.url(path), init);
    },
    now: () => now,
    random: () => 0,
  });
}

const ADDRESS = 'https://lists.test/squicks.txt';
async function subscribe(more: Partial<SubscriptionChoice> = {}): Promise<SubscriptionChoice> {
  const choice = { ...(await subscriptions.take(ADDRESS)), ...more };
  choices.push(choice);
  return choice;
}

describe('subscriptions', () => {
  it('are fetched once for the preview and the subscribing', async () => {
    const preview = await subscriptions.preview(ADDRESS);
    expect(preview.facts).toMatchObject({ name: 'Squicks', author: 'keeper', version: '1', expires: 2, rules: 3, shows: 1 });
    expect(preview.facts.unreadable).toHaveLength(1);
    expect(preview.rules.map(({ id }) => id)).toContain('tag: "Vore"');
    await subscribe();
    expect(asked).toEqual([ADDRESS]);
    expect((await subscriptions.inForce()).rules).toHaveLength(2);
  });

  it('keep nothing of a list that was only looked at', async () => {
    await subscriptions.preview(ADDRESS);
    expect([...shelf.data.keys()]).toEqual([]);
  });

  it('refuse an address that may not be fetched without asking for it', async () => {
    await expect(subscriptions.preview('http://lists.test/a')).rejects.toMatchObject({ kind: 'address', code: 'not_https' });
    await expect(subscriptions.take('https://me:secret@lists.test/a')).rejects.toMatchObject({ kind: 'address', code: 'has_password' });
    expect(asked).toEqual([]);
  });

  it('say why a list cannot be had', async () => {
    path = '/404';
    await expect(subscriptions.take(ADDRESS)).rejects.toMatchObject({ kind: 'trouble', code: 'http', detail: '404' });
    path = '/html';
    await expect(subscriptions.take(ADDRESS)).rejects.toMatchObject({ kind: 'trouble', code: 'html' });
  });

  it('give the choice that is there when the list is subscribed to again', async () => {
    const choice = await subscribe({ action: 'hide' });
    expect(await subscriptions.take(ADDRESS)).toEqual(choice);
  });

  it('are in force with what the reader chose, and after a restart', async () => {
    await subscribe({ action: 'note', reveal: 'none', allowShow: true });
    const { rules, lists } = await restarted().inForce();
    expect(rules.map(({ action }) => action).sort()).toEqual(['note', 'note', 'show']);
    expect(lists).toEqual([expect.objectContaining({ subscription: true, allowShow: true, reveal: 'none', name: 'Squicks' })]);
  });

  it('are in force also where there is no room to keep them ready', async () => {
    await subscribe();
    shelf.set = () => Promise.reject(new Error('disk full'));
    expect((await restarted().inForce()).rules).toHaveLength(2);
  });

  it('have no rules in force when they are switched off', async () => {
    await subscribe({ on: false });
    expect((await subscriptions.inForce()).rules).toEqual([]);
  });

  it('are asked for when due and not before', async () => {
    await subscribe();
    expect(await subscriptions.next()).toBe(START + 2 * DAY);
    now = START + DAY;
    expect(await subscriptions.refresh()).toBe(false);
    expect(asked).toHaveLength(1);
    now = START + 2 * DAY;
    expect(await subscriptions.refresh()).toBe(false);
    expect(asked).toHaveLength(2);
    expect(await subscriptions.next()).toBe(START + 4 * DAY);
  });

  it('tell what an update added, removed and changed, and count it', async () => {
    const { id } = await subscribe();
    expect((await subscriptions.view())[0]?.update).toBeNull();
    server.text = '---\nname: Squicks\n---\nhide tag: Omegaverse\nfold tag: Spiders\n';
    server.etag = '"v2"';
    now = START + 3 * DAY;
    expect(await subscriptions.refresh(id)).toBe(true);
    const [view] = await restarted().view();
    expect(view?.update).toMatchObject({ at: now, added: 1, removed: 2, changed: 1 });
    expect(view?.update?.lines).toContainEqual({ kind: 'changed', text: 'hide tag: Omegaverse', before: 'fold tag: Omegaverse' });
    expect(await restarted().updates()).toBe(1);
    expect((await subscriptions.inForce()).rules.map(({ id: rule }) => rule).sort()).toEqual(['tag: "Omegaverse"', 'tag: "Spiders"']);
  });

  it.each(['/404', '/500', '/html', '/prose', '/cut'])('keep the list and tell its age when the server answers with %s', async (fault) => {
    const { id } = await subscribe();
    path = fault;
    now = START + 5 * DAY;
    expect(await subscriptions.refresh(id)).toBe(false);
    const [view] = await subscriptions.view();
    expect(view?.status).toMatchObject({ kind: 'kept', days: 5 });
    expect(view?.status.trouble).not.toBeNull();
    expect((await subscriptions.inForce()).rules).toHaveLength(2);
    expect(await subscriptions.updates()).toBe(0);
  });

  it('are fetched on a device that only knows the choice', async () => {
    await subscribe();
    shelf.data.clear();
    subscriptions = restarted();
    expect((await subscriptions.view())[0]).toMatchObject({ facts: null, name: 'lists.test', status: { kind: 'never' } });
    expect(await subscriptions.next()).toBe(START);
    expect(await subscriptions.refresh()).toBe(true);
    expect((await subscriptions.inForce()).rules).toHaveLength(2);
  });

  it('are kept until the next tidying when the reader leaves, so that it can be taken back', async () => {
    const choice = await subscribe();
    choices = [];
    expect((await subscriptions.inForce()).rules).toEqual([]);
    choices = [choice];
    expect((await subscriptions.inForce()).rules).toHaveLength(2);
    choices = [];
    expect(await subscriptions.tidy()).toEqual(['https://lists.test/*']);
    choices = [choice];
    expect((await restarted().inForce()).rules).toEqual([]);
    expect(await subscriptions.tidy()).toEqual([]);
  });

  it('are read once, and anew by another version of Foldaway', async () => {
    const { id } = await subscribe();
    const { rules } = await subscriptions.inForce();
    const kept = shelf.data.get(`subscription:${id}`) ?? '';
    shelf.data.delete(`subscription:${id}`);
    expect((await restarted().inForce()).rules).toEqual(rules);
    version = '2';
    expect((await restarted().inForce()).rules).toEqual([]);
    shelf.data.set(`subscription:${id}`, kept);
    expect((await restarted().inForce()).rules).toEqual(rules);
  });

  it('keep a permission that another list needs', async () => {
    await subscribe();
    choices = [{ id: 'sub-other', address: 'https://lists.test/other.txt', on: true }];
    expect(await subscriptions.tidy()).toEqual([]);
  });

  it('survive what cannot be read in storage', async () => {
    const { id } = await subscribe();
    shelf.data.set(`subscription:${id}`, '{"state":{"text":5}}');
    shelf.data.set(`subscription-ready:${id}`, '["nonsense"]');
    subscriptions = restarted();
    expect((await subscriptions.inForce()).rules).toEqual([]);
    expect(await subscriptions.refresh()).toBe(true);
    expect((await subscriptions.inForce()).rules).toHaveLength(2);
  });
});

describe('choices among the settings', () => {
  it('are read, whatever else is there', () => {
    const choice = { id: 'sub-a', address: ADDRESS, on: true };
    const settings = [
      [settingOf('sub-a'), choice],
      [settingOf('sub-b'), choice],
      [settingOf('sub-c'), { id: 'sub-c', address: 'http://lists.test/a', on: true }],
      [settingOf('__proto__'), { id: '__proto__', address: ADDRESS, on: true }],
      [settingOf('sub-d'), null],
      ['gather', true],
    ] as const;
    expect(readChoices(settings)).toEqual([choice]);
  });
});
