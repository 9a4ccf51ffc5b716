import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Standing, Sync } from '../../src/sync/index';
import { followTriggers } from '../../src/sync/open';

/** What sync was asked to do, and a store of it that is connected or not. */
function watched(connected: boolean) {
  const asked: string[] = [];
  let tell: (connected: boolean) => void = () => undefined;
  const sync = {
    tick: async (edited = false) => void asked.push(edited ? 'soon' : 'regular'),
    arrived: async () => void asked.push('arrived'),
    onStanding: (listener: (standing: Standing) => void) => (tell = (now) => listener({ connected: now, needsYou: false }))(connected),
  };
  let edit: () => void = () => undefined;
  followTriggers(sync as unknown as Sync, (listener) => (edit = listener));
  return { asked, connect: (now: boolean) => tell(now), edit: () => edit() };
}

const alarms = async (): Promise<string[]> => (await fakeBrowser.alarms.getAll()).map((alarm) => alarm.name).sort();

describe('the triggers of sync', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('wake nothing while no store is connected', async () => {
    const { asked, edit } = watched(false);
    edit();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await alarms()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('start with the first store and end with the last', async () => {
    const { connect } = watched(false);
    connect(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(await alarms()).toEqual(['sync']);
    connect(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(await alarms()).toEqual([]);
  });

  it('sync 3 seconds after the last of some edits, with an alarm for a worker that ends before', async () => {
    const { asked, edit } = watched(true);
    edit();
    await vi.advanceTimersByTimeAsync(2000);
    edit();
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual([]);
    expect(await alarms()).toEqual(['sync', 'sync-soon']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['soon']);
  });

  it('sync when an alarm rings, and at the start of the browser', async () => {
    const { asked } = watched(true);
    for (const name of ['sync', 'sync-soon', 'daily']) await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: false });
    await fakeBrowser.runtime.onStartup.trigger();
    expect(asked).toEqual(['regular', 'soon', 'soon']);
  });

  it('look once at what arrives in pieces in the browser’s own sync', async () => {
    const { asked } = watched(true);
    await fakeBrowser.storage.local.set({ f1mx: 1 });
    for (const key of ['f1ma', 'f1cb', 'f1cc']) await fakeBrowser.storage.sync.set({ [key]: 1 });
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked).toEqual(['arrived']);
  });
});
