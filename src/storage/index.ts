import { browser } from '../browser';
import { Activity } from './activity/activity';
import { lockOf, type Deps } from './area';
import { Store } from './store';

export { Store } from './store';
export { queue } from './area';
export { Activity } from './activity/activity';
export { hitsIn, lastMatches, localDay } from './activity/match-counts';
export { StoreError } from './core';
export type { Op } from './operations';

const ofThisBrowser = (): Deps => ({
  area: browser.storage.local as unknown as Deps['area'],
  now: Date.now,
  random: (bytes) => void crypto.getRandomValues(bytes),
  exclusively: lockOf(globalThis.navigator?.locks),
});

/** The store of this browser. Everything that it needs from outside can be replaced in tests. */
export const openStore = (deps: Partial<Deps> = {}): Store => new Store({ ...ofThisBrowser(), ...deps });

/** What happened on this device. */
export const openActivity = (): Activity => new Activity(ofThisBrowser());
