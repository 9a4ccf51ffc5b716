import { browser } from '../../src/browser';
import type { PauseAnswer, RequestBody } from '../../src/messages/table';
import { queue, type Store } from '../../src/storage/index';
import { HOUR, keepPaused, readPaused, type Paused } from './paused';
import { broadcast, willTell } from './tabs';

const ALARM = 'pause-over';

/** Where the reader wants to see everything for a while. */
export class Pauses {
  /** One change after the other, so that of two at once none is lost. */
  private readonly inTurn = queue();

  constructor(private readonly store: Store) {}

  handlers() {
    return {
      'get-pause': ({ tab }: RequestBody<'get-pause'>) => this.of(tab),
      'set-pause': (body: RequestBody<'set-pause'>) => this.set(body),
    };
  }

  /** Pauses in a tab, or ends the pause there. @returns whether there is one now */
  async toggle(tab: number): Promise<boolean> {
    const on = !(await this.of(tab)).tab;
    await this.set({ tab, what: 'tab', on });
    return on;
  }

  /** Lets pages filter again when the hour is over, and forgets tabs that are closed. Has to be called before anything is waited for. */
  follow(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void willTell().then(() => broadcast(this.store));
    });
    browser.tabs.onRemoved.addListener((tab) => {
      void this.of(tab).then((pause) => (pause.tab ? this.change((before) => without(before, tab)) : undefined));
    });
  }

  private async of(tab: number): Promise<PauseAnswer> {
    const { tabs, until } = await readPaused();
    return { tab: tabs.includes(tab), until };
  }

  private async set({ tab, what, on }: RequestBody<'set-pause'>): Promise<PauseAnswer> {
    await willTell();
    const after = await this.change((before) => {
      if (what === 'everywhere') return { ...before, until: on ? Date.now() + HOUR : 0 };
      const others = without(before, tab);
      return on ? { ...others, tabs: [...others.tabs, tab] } : others;
    });
    if (after.until > 0) await browser.alarms.create(ALARM, { when: after.until });
    else await browser.alarms.clear(ALARM);
    await broadcast(this.store);
    return { tab: after.tabs.includes(tab), until: after.until };
  }

  private change(make: (before: Paused) => Paused): Promise<Paused> {
    return this.inTurn(async () => {
      const after = make(await readPaused());
      await keepPaused(after);
      return after;
    });
  }
}

const without = (before: Paused, tab: number): Paused => ({ ...before, tabs: before.tabs.filter((one) => one !== tab) });
