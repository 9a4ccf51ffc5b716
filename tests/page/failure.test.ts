// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RequestFailed } from '../../src/messages/send';
import { makeDesk } from '../../src/page/desk';
import { mayTryAgain } from '../../src/page/failure';
import { fakeExtension, openShadowRoots } from '../fake-extension';

describe('what a page says when something was not done', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it.each([
    // It may have been stored all the same: nothing is said of that.
    ['no-answer', /did not answer. Try again/],
    ['write-failed', /could not store this, so nothing was changed. There may be no room left/],
    ['newer-version', /Update this one to change it/],
    ['gone', /no longer kept/],
    ['bad-message', /^That did not work. Nothing was changed.$/],
  ])('(%s) is why, and what to do', (code, words) => {
    const roots = openShadowRoots();
    fakeExtension(() => null);
    makeDesk().failed(document, new RequestFailed(code, ''));
    expect(roots.get(document.querySelector('body > foldaway-panel') as Element)?.querySelector('[role=status]')?.textContent).toMatch(words);
  });

  it('offers Undo again as long as there is something to be taken back', () => {
    expect([mayTryAgain(new RequestFailed('no-answer', '')), mayTryAgain(new Error('?')), mayTryAgain(new RequestFailed('gone', ''))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
