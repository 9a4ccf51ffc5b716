import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { emptyWork } from '../../src/domain/work';
import {
  addressFault,
  choiceSchema,
  dueOf,
  fetchList,
  newState,
  newSubscription,
  nextDue,
  permissionFor,
  readSubscribed,
  refresh,
  ruleListOf,
  rulesOf,
  stateSchema,
  statusOf,
  takeOver,
  TROUBLE_CODES,
  type RefreshDeps,
  type SubscriptionChoice,
  type SubscriptionState,
} from '../../src/exchange/subscriptions/index';
import { compileRules } from '../../src/rules/compile';
import { judge } from '../../src/rules/judge';
import type { StoredRule } from '../../src/rules/rule';
import { LIST, ListServer } from './list-server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 21);

let server: ListServer;
beforeAll(async () => void (server = await ListServer.start()));
afterAll(() => server.stop());

const deps = (more: Partial<RefreshDeps> = {}): RefreshDeps => ({ request: fetch, now: () => NOW, random: () => 0.5, ...more });
const choiceOf = (path: string, more: Partial<SubscriptionChoice> = {}): SubscriptionChoice => ({ ...newSubscription(server.url(path)), ...more });
const codeOf = async (path: string, signal?: AbortSignal): Promise<string> => {
  const fetched = await fetchList(server.url(path), {}, fetch, signal);
  return fetched.kind === 'failed' ? `${fetched.trouble.code}:${fetched.trouble.detail}` : fetched.kind;
};
const listOf = (text: string): Extract<ReturnType<typeof readSubscribed>, { ok: true }>['list'] => {
  const read = readSubscribed(text);
  if (!read.ok) throw new Error(read.trouble.code);
  return read.list;
};

describe('fetching a list', () => {
  it.each([
    ['/404', 'http:404'],
    ['/410', 'http:410'],
    ['/500', 'http:500'],
    ['/204', 'http:204'],
    ['/unasked-304', 'http:304'],
    ['/busy', 'busy:429'],
    ['/503', 'busy:503'],
    ['/html', 'html:'],
    ['/html-as-text', 'html:'],
    ['/binary', 'not_text:'],
    ['/half-a-character', 'not_text:'],
    ['/announced', 'too_large:6000000'],
  ])('is refused at %s with %s', async (path, code) => {
    expect(await codeOf(path)).toBe(code);
  });

  it('follows no redirect, so that nobody but the address asked for hears of the reader', async () => {
    expect(await codeOf('/elsewhere')).toBe('redirect:tracker.example');
    const opaque = await fetchList(
      'https://example.org/',
      {},
      async () => ({ type: 'opaqueredirect', status: 0, headers: new Headers(), body: null }) as Response,
    );
    expect(opaque).toEqual({ kind: 'failed', trouble: { code: 'redirect', detail: '' } });
  });

  it('stops reading a body that does not end', async () => {
    expect(await codeOf('/endless')).toMatch(/^too_large:5\d{6}$/);
    expect(server.streamed).toBeLessThan(50_000_000);
  });

  it('tells a connection that breaks from a list that is short', async () => {
    expect(await codeOf('/cut')).toMatch(/^cut_off:/);
  });

  it('gives up on a server that does not go on', async () => {
    expect(await codeOf('/slow', AbortSignal.timeout(100))).toBe('timeout:');
  });

  it('says so when nobody is there', async () => {
    expect(await fetchList('http://127.0.0.1:1/', {}, fetch)).toEqual({ kind: 'failed', trouble: { code: 'offline', detail: '' } });
  });

  it('sends nothing of the reader: no cookie, no referrer, the address as typed', async () => {
    const asked: [string, RequestInit][] = [];
    const request = (address: string, init: RequestInit): Promise<Response> => {
      asked.push([address, init]);
      return fetch(address, init);
    };
    await fetchList(server.url('/list'), {}, request);
    await fetchList(server.url('/list'), { text: LIST, etag: '"v1"', modified: server.modified }, request);
    expect(asked.map(([address]) => address)).toEqual([server.url('/list'), server.url('/list')]);
    for (const [, init] of asked) expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache: 'no-store' });
    const sent = server.seen
      .filter((one) => one.path === '/list')
      .slice(-2)
      .map((one) => one.headers);
    expect(sent.map((headers) => headers.cookie ?? headers.referer)).toEqual([undefined, undefined]);
    expect(sent[0]?.['if-none-match']).toBeUndefined();
    expect(sent[1]).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': server.modified });
  });
});

describe('a subscription', () => {
  it('is fetched, then left as it is while the server says unchanged', async () => {
    const choice = choiceOf('/list');
    const first = await refresh(choice, newState(), deps());
    expect(first.state).toEqual({ text: LIST, etag: '"v1"', modified: server.modified, fresh: NOW, failures: 0, next: NOW + 2 * DAY * 1.05 });
    expect(first.difference?.added.map((rule) => rule.id)).toEqual(['tag: "Omegaverse"', 'tag: "Vore"', 'tag: "Fix-It"']);
    expect(first.list?.unreadable).toEqual([{ line: 10, text: 'fold tag: "unread" nonsense' }]);
    const second = await refresh(choice, first.state, deps({ now: () => NOW + 3 * DAY }));
    expect(second.difference).toBeNull();
    expect(second.list?.rules).toEqual(first.list?.rules);
    expect(second.state).toEqual({ ...first.state, fresh: NOW + 3 * DAY, next: NOW + 3 * DAY + 2 * DAY * 1.05 });
    expect(statusOf(second.state, NOW + 4 * DAY)).toEqual({ kind: 'fresh', days: 1, trouble: null });
  });

  it('shows what an update changed', async () => {
    const choice = choiceOf('/list');
    const first = await refresh(choice, newState(), deps());
    server.text = LIST.replace('hide tag: Vore reason: list', 'fold tag: Vore').replace('show tag: Fix-It\n', 'fold tag: Snuff\n');
    server.etag = '"v2"';
    const { difference, state } = await refresh(choice, first.state, deps());
    expect(difference?.added.map((rule) => rule.id)).toEqual(['tag: "Snuff"']);
    expect(difference?.removed.map((rule) => rule.id)).toEqual(['tag: "Fix-It"']);
    expect(difference?.changed.map(({ before, after }) => [before.action, after.action])).toEqual([['hide', 'fold']]);
    expect(state.etag).toBe('"v2"');
    server.text = LIST;
    server.etag = '"v1"';
  });

  it.each(['/404', '/html', '/endless', '/prose', '/many', '/elsewhere', '/cut'])('keeps the list and its age when it gets %s instead', async (path) => {
    const state: SubscriptionState = { text: LIST, etag: '"v1"', fresh: NOW - 10 * DAY, next: 0, failures: 0 };
    const after = await refresh(choiceOf(path), state, deps());
    expect(after.state).toMatchObject({ text: LIST, etag: '"v1"', fresh: NOW - 10 * DAY, failures: 1 });
    expect(after.list?.rules).toHaveLength(3);
    expect(after.difference).toBeNull();
    expect(statusOf(after.state, NOW)).toMatchObject({ kind: 'kept', days: 10 });
    expect(stateSchema.safeParse(JSON.parse(JSON.stringify(after.state))).success).toBe(true);
  });

  it('says what is wrong with a text that is no list, or a list too long', async () => {
    expect((await refresh(choiceOf('/prose'), newState(), deps())).state.trouble?.code).toBe('not_a_list');
    expect((await refresh(choiceOf('/many'), newState(), deps())).state.trouble).toEqual({ code: 'too_many_rules', detail: '50001' });
    expect(statusOf((await refresh(choiceOf('/prose'), newState(), deps())).state, NOW)).toMatchObject({ kind: 'never', days: null });
  });

  it('comes back later and later while it fails, and not before a busy server asks', () => {
    let state: SubscriptionState = newState();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      state = takeOver(state, { kind: 'failed', trouble: { code: 'offline', detail: '' } }, NOW, 0.5).state;
      waits.push((state.next - NOW) / HOUR);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
    const lasting = takeOver(newState(), { kind: 'failed', trouble: { code: 'http', detail: '404' } }, NOW, 0).state;
    expect((lasting.next - NOW) / HOUR).toBeCloseTo(19.2);
    const busy = takeOver(newState(), { kind: 'failed', trouble: { code: 'busy', detail: '429' }, wait: 7200 }, NOW, 0.5).state;
    expect(busy.next - NOW).toBe(2 * HOUR);
    const rude = takeOver(newState(), { kind: 'failed', trouble: { code: 'busy', detail: '429' }, wait: 99_999_999 }, NOW, 0.5).state;
    expect(rude.next - NOW).toBe(7 * DAY);
    expect(takeOver(state, { kind: 'fresh', text: LIST, etag: null, modified: null }, NOW, 0).state).toEqual({
      text: LIST,
      fresh: NOW,
      failures: 0,
      next: NOW + 2 * DAY,
    });
  });

  it.each([
    ['1 hour', 1],
    ['12 hours', 1],
    ['3 days', 3],
    ['3', 3],
    ['2 weeks (update frequency)', 14],
    ['never', 1],
    ['9999 days', 365],
  ])('is not looked at more than once a day, with "expires: %s" every %i days', (expires, days) => {
    const text = `---\nexpires: ${expires}\n---\ntag: Fluff\n`;
    const { state } = takeOver(newState(), { kind: 'fresh', text, etag: null, modified: null }, NOW, 0);
    expect((state.next - NOW) / DAY).toBe(days);
    const latest = takeOver(newState(), { kind: 'fresh', text, etag: null, modified: null }, NOW, 0.999).state;
    expect(latest.next - state.next).toBeLessThanOrEqual(days * DAY * 0.1);
  });

  it('is due by its own time, at once when new, and also after the clock was set back', () => {
    const [a, b, off] = [newSubscription('https://a.example/'), newSubscription('https://b.example/'), { ...newSubscription('https://c.example/'), on: false }];
    const states = new Map([[a.id, { ...newState(), next: NOW + DAY }]]);
    expect(dueOf([a, b, off], states, NOW).map((one) => one.id)).toEqual([b.id]);
    expect(nextDue([a, off], states, NOW)).toBe(NOW + DAY);
    expect(nextDue([off], states, NOW)).toBeNull();
    const future = new Map([[a.id, { ...newState(), fresh: NOW + 400 * DAY, next: NOW + 402 * DAY }]]);
    expect(dueOf([a], future, NOW)).toEqual([a]);
  });

  it('has an address that tells nothing of the reader, and an id that is the same on every device', () => {
    expect(addressFault('https://example.org/list.txt')).toBeNull();
    expect(addressFault('http://example.org/list.txt')).toBe('not_https');
    expect(addressFault('https://reader:secret@example.org/')).toBe('has_password');
    expect(addressFault('example.org')).toBe('not_an_address');
    expect(addressFault('javascript:alert(1)')).toBe('not_https');
    expect(addressFault(`https://example.org/${'x'.repeat(2000)}`)).toBe('too_long');
    expect(permissionFor('https://lists.example.org:8443/a?b')).toBe('https://lists.example.org/*');
    expect(newSubscription('https://example.org/a')).toEqual(newSubscription('https://example.org/a'));
    expect(newSubscription('https://example.org/a').id).not.toBe(newSubscription('https://example.org/b').id);
    expect(choiceSchema.safeParse(newSubscription('https://example.org/a')).success).toBe(true);
  });

  it('has words for everything that can be wrong', () => {
    const keys = [
      ...TROUBLE_CODES.map((code) => `exchange_trouble_${code}`),
      ...['not_an_address', 'not_https', 'has_password', 'too_long'].map((code) => `exchange_address_${code}`),
    ];
    expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });
});

describe('the rules of a subscription', () => {
  const choice: SubscriptionChoice = { ...newSubscription('https://lists.example/squicks.txt') };
  const work = (freeform: string): ReturnType<typeof emptyWork> => ({ ...emptyWork('work'), subject: 'work', freeforms: [freeform] });
  const verdict = (own: StoredRule[], more: Partial<SubscriptionChoice>, freeform: string): string => {
    const list = listOf(LIST);
    const chosen = { ...choice, ...more };
    const set = compileRules([...own, ...rulesOf(chosen, list)], [ruleListOf(chosen, list.head)]);
    const { action, reasons } = judge(set, work(freeform), { page: 'listing', archive: 'ao3', now: NOW });
    return [action, ...reasons.map((reason) => `${reason.listName}/${reason.reveal}`)].join(' ');
  };

  it('act as the list says, under its name', () => {
    expect(verdict([], {}, 'Omegaverse')).toBe('fold Squicks/full');
    expect(verdict([], {}, 'Vore')).toBe('hide Squicks/list');
    expect(verdict([], { name: 'Mine' }, 'Vore')).toBe('hide Mine/list');
    expect(verdict([], { on: false }, 'Vore')).toBe('show');
  });

  it('do what the reader chose instead, and tell no more than the reader wants', () => {
    expect(verdict([], { action: 'note' }, 'Vore')).toBe('note Squicks/list');
    expect(verdict([], { reveal: 'none' }, 'Vore')).toBe('hide Squicks/none');
    expect(verdict([], { reveal: 'none' }, 'Omegaverse')).toBe('fold Squicks/none');
    expect(verdict([], { reveal: 'full' }, 'Vore')).toBe('hide Squicks/list');
  });

  it('never show a work until the reader allows it, whatever action is chosen', () => {
    const own: StoredRule[] = [];
    expect(rulesOf(choice, listOf(LIST)).some((rule) => rule.action === 'show')).toBe(false);
    const subscribed = `show tag: Vore strict\nfold tag: Vore and words: >0\n`;
    const list = listOf(subscribed);
    const set = (allowShow: boolean): ReturnType<typeof compileRules> => {
      const chosen: SubscriptionChoice = { ...choice, ...(allowShow && { allowShow: true }) };
      return compileRules([...own, ...rulesOf(chosen, list)], [ruleListOf(chosen, list.head)]);
    };
    const one = { ...work('Vore'), words: 5 };
    const context = { page: 'listing', archive: 'ao3', now: NOW } as const;
    expect(judge(set(false), one, context).action).toBe('fold');
    expect(judge(set(true), one, context).action).toBe('show');
    expect(list.shows).toBe(1);
  });

  it('give way to exceptions of the reader', () => {
    expect(verdict([{ id: 'tag: "Vore"', action: 'show' }], {}, 'Vore')).toBe('show mine/full');
  });

  it('leave out what the list has switched off, and keep every list apart', () => {
    const list = listOf('fold tag: A off\nfold tag: B list: mine\n');
    expect(rulesOf(choice, list)).toEqual([{ id: 'tag: "B"', list: choice.id, action: 'fold' }]);
  });
});
