// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { browser } from '../../src/browser';
import { inSlices } from '../../src/ui/parts/busy';
import { get, press, settle, words } from './screen';
import { stored, useStage } from './stage';

/** Work that takes about as long as the page may be kept from drawing with each step. */
function* work(steps: number): Generator<number, string> {
  for (let step = 1; step <= steps; step += 1) {
    const until = performance.now() + 15;
    while (performance.now() < until);
    yield step / steps;
  }
  return 'done';
}

describe('long work', () => {
  it('is done in slices, and tells how far it is', async () => {
    const told: number[] = [];
    expect(await inSlices(work(4), new AbortController().signal, (done) => told.push(done))).toBe('done');
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const answer = inSlices(work(1000), stop.signal, (done) => {
      told.push(done);
      stop.abort();
    });
    expect(await answer).toBeNull();
    expect(told).toHaveLength(1);
  });
});

describe('the options', () => {
  const stage = useStage();

  it('let the check of the rules be cancelled', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold freeform: "Tea"')];
    await stage.options('#/rules');
    const details = document.querySelector('details.health') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    expect(words(details)).toContain('Looking');
    await press(get('button', 'Cancel', details));
    details.dispatchEvent(new Event('toggle'));
    expect(details.open).toBe(false);
    await settle();
    expect(words(details)).not.toContain('needs a look');
  });

  it('say why the check of the rules did not come about, and close it', async () => {
    stage.background.rules = [stored('fold tag: "Tea"')];
    stage.background.refuse = { name: 'get-corrections', code: 'no-answer' };
    await stage.options('#/rules');
    const details = document.querySelector('details.health') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await expect.poll(() => details.open).toBe(false);
    expect(words()).toContain('did not answer');
  });

  it('let the fetching of a list be cancelled, whatever comes of it', async () => {
    await stage.options('#/subscriptions');
    let answer: ((value: unknown) => void) | undefined;
    const { sendMessage } = browser.runtime;
    Object.defineProperty(browser.runtime, 'sendMessage', {
      configurable: true,
      value: (message: { name: string }) =>
        message.name === 'preview-subscription' ? new Promise((done) => (answer = done)) : (sendMessage as (one: unknown) => unknown)(message),
    });
    const field = get<HTMLInputElement>('text', 'Address of a list');
    field.value = 'https://example.org/list.txt';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    field.form?.requestSubmit();
    await settle();
    expect(words()).toContain('Fetching the list');
    await press(get('button', 'Cancel'));
    answer?.({ ok: true, value: { address: field.value, facts: { name: 'Too late' }, rules: [] } });
    await settle();
    expect(words()).not.toContain('Fetching the list');
    expect(words()).not.toContain('Too late');
  });
});
