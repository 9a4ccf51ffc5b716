// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { watchSaved } from '../../src/page/saved-view';

const origin = { id: 'ao3', name: 'Archive of Our Own', address: 'https://archiveofourown.org/works/1' };
afterEach(() => document.body.replaceChildren());

it('looks again while the file is parsed, and no more once it is known to be no saved work', async () => {
  const end = new AbortController();
  const answers = [null, null, false, true];
  const sniff = vi.fn(() => answers.shift() ?? null);
  watchSaved(document, { sniff, isReady: () => true, read: () => null, originOf: () => origin }, end.signal);
  expect(sniff).toHaveBeenCalledTimes(1);
  for (const asked of [2, 3, 3]) {
    document.body.append(document.createElement('p'));
    await Promise.resolve();
    expect(sniff).toHaveBeenCalledTimes(asked);
  }
  document.dispatchEvent(new Event('readystatechange'));
  expect(sniff).toHaveBeenCalledTimes(3);
  end.abort();
});
