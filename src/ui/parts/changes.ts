import { browser } from '../../browser';

const own = new EventTarget();

/** Tells every part of this page that rules or settings were edited here. */
export function changed(): void {
  own.dispatchEvent(new Event('changed'));
}

/**
 * Runs a function whenever rules or settings may have changed: edited on this page, edited elsewhere as the
 * background says, or while this page was out of sight and may have missed it.
 * @returns a function that ends it
 */
export function onChanged(act: () => void): () => void {
  const hear = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && (message as { name?: unknown }).name === 'rules-changed') act();
  };
  const look = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  own.addEventListener('changed', act);
  browser.runtime.onMessage.addListener(hear);
  document.addEventListener('visibilitychange', look);
  return () => {
    own.removeEventListener('changed', act);
    browser.runtime.onMessage.removeListener(hear);
    document.removeEventListener('visibilitychange', look);
  };
}
