import { beforeEach, describe, expect, it } from 'vitest';
import { type Manners, PageAsker, SPACING } from '../../src/exchange/asking/ask-page';

const TAG = 'https://archive.test/tags/Fluff';

/** Too early. */
const LATER = (until: number) => ({ ok: false, trouble: 'later', detail: '', until });

let now: number;
let manners: Manners;
let requests: { address: string; init: RequestInit }[];
let answer: () => Response | Promise<Response>;
let open: number;
let most: number;

/** A new one is what a background is that was asleep. */
const asker = (): PageAsker =>
  new PageAsker({
    now: () => now,
    load: async () => manners,
    keep: async (kept) => void (manners = kept),
    request: async (address, init) => {
      requests.push({ address, init });
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return answer();
    },
  });

beforeEach(() => {
  now = 1_000_000;
  [manners, requests, open, most] = [{}, [], 0, 0];
  answer = () => new Response('<p>here</p>');
});

describe('asking an archive for a page', () => {
  it('tells it nothing of the reader and follows no redirect', async () => {
    expect(await asker().ask(TAG)).toEqual({ ok: true, html: '<p>here</p>' });
    expect(requests[0]).toMatchObject({ address: TAG, init: { credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer', cache: 'no-store' } });
  });

  it('is done one page at a time, and seconds apart', async () => {
    const one = asker();
    const answers = await Promise.all([one.ask(TAG), one.ask(TAG), one.ask('https://other.test/tags/Fluff')]);
    expect(most).toBe(1);
    expect(answers.slice(1)).toEqual([LATER(now + 1000), LATER(now + 1000)]);
    expect(await one.ask(TAG)).toEqual(LATER(now + SPACING));
    expect(await one.ask('https://other.test/tags/Fluff')).toMatchObject({ ok: true });
    now += SPACING;
    expect(await one.ask(TAG)).toMatchObject({ ok: true });
  });

  it('stops reading a page that does not end', async () => {
    const piece = new Uint8Array(100_000).fill(0x61);
    let sent = 0;
    answer = () => new Response(new ReadableStream({ pull: (stream) => ((sent += piece.length) < 60_000_000 ? stream.enqueue(piece) : stream.close()) }));
    expect(await asker().ask(TAG)).toEqual({ ok: false, trouble: 'too_large', detail: '' });
    expect(sent).toBeLessThan(10_000_000);
  });

  it('keeps the distance when the background was stopped meanwhile', async () => {
    await asker().ask(TAG);
    now += 2000;
    expect(await asker().ask(TAG)).toEqual(LATER(now + SPACING - 2000));
    expect(requests).toHaveLength(1);
  });

  it.each([
    [429, '600', 600_000],
    [429, null, 300_000],
    [503, '3', 300_000],
    [503, 'Wed, 21 Oct 2015 07:28:00 GMT', 300_000],
  ])('stops after %i with Retry-After %s, and says until when', async (status, after, pause) => {
    answer = () => new Response('Retry later', { status, headers: after === null ? {} : { 'Retry-After': after } });
    const until = now + pause;
    expect(await asker().ask(TAG)).toEqual({ ok: false, trouble: 'busy', detail: String(status), until });
    answer = () => new Response('fine');
    now = until - 1;
    expect(await asker().ask(TAG)).toMatchObject({ ok: false, trouble: 'busy', until });
    expect(requests).toHaveLength(1);
    now = until + SPACING;
    expect(await asker().ask(TAG)).toMatchObject({ ok: true });
  });

  it('goes on at other archives while one asks to be left alone', async () => {
    manners = { 'archive.test': { asked: 0, until: now + 1000 } };
    expect(await asker().ask('https://other.test/tags/Fluff')).toMatchObject({ ok: true });
  });

  it.each([
    [404, 'unknown'],
    [302, 'redirect'],
    [500, 'http'],
    [403, 'http'],
  ])('says what an answer of %i means', async (status, trouble) => {
    answer = () => new Response(null, { status, ...(status === 302 && { headers: { Location: 'https://archive.test/users/login' } }) });
    expect(await asker().ask(TAG)).toMatchObject({ ok: false, trouble });
  });

  it('says that the archive is out of reach, or sends too much', async () => {
    answer = () => Promise.reject(new TypeError('failed'));
    expect(await asker().ask(TAG)).toMatchObject({ ok: false, trouble: 'offline' });
    now += SPACING;
    answer = () => new Response('x', { headers: { 'Content-Length': '99999999' } });
    expect(await asker().ask(TAG)).toMatchObject({ ok: false, trouble: 'too_large' });
    now += SPACING;
    answer = () => new Response('x'.repeat(3_000_001));
    expect(await asker().ask(TAG)).toMatchObject({ ok: false, trouble: 'too_large' });
  });

  it('does not wait for years when the clock was set back', async () => {
    manners = { 'archive.test': { asked: now + 10 ** 10, until: 0 } };
    expect(await asker().ask(TAG)).toMatchObject({ ok: true });
  });
});
