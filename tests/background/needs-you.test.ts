import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showNeeds } from '../../entrypoints/background/needs-you';
import { browser } from '../../src/browser';
import type { Standing, Sync } from '../../src/sync/index';
import { getMessage } from '../fake-extension';

const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });

describe('the button in the browser’s bar', () => {
  const setTitle = vi.fn();
  const setIcon = vi.fn();
  let tell: (standing: Standing) => void;
  const start = (): void => showNeeds({ onStanding: (listener: (standing: Standing) => void) => (tell = listener) } as unknown as Sync);

  beforeEach(() => {
    vi.clearAllMocks();
    define(browser.i18n, 'getMessage', getMessage);
    define(browser, 'action', { setTitle, setIcon });
  });

  it('has a dot and says so while sync waits for the reader, and then no more', () => {
    start();
    tell({ connected: true, needsYou: true });
    expect(setTitle).toHaveBeenLastCalledWith({ title: 'Foldaway: Sync waits for your answer' });
    expect(setIcon).toHaveBeenLastCalledWith({ path: expect.objectContaining({ 32: '/needs-you/32.png' }) });
    tell({ connected: true, needsYou: false });
    expect(setTitle).toHaveBeenLastCalledWith({ title: 'Foldaway' });
    expect(setIcon).toHaveBeenLastCalledWith({ path: expect.objectContaining({ 32: '/icons/32.png' }) });
  });

  it('says so in words where its icon can not be changed', () => {
    define(browser, 'action', { setTitle });
    start();
    tell({ connected: false, needsYou: true });
    expect(setTitle).toHaveBeenCalledTimes(1);
  });
});
