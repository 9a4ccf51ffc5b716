import { differences } from '../../src/domain/differences';
import { DAY } from '../../src/domain/document';
import { SyncError } from '../../src/sync/error';
import { SimulatedDevice } from './device';
import { CALM, Dice, Interrupted, type Faults } from './faults';
import { FileServer } from './file-server';
import { SyncServer, type DeviceArea } from './sync-server';

export type Layout = 'files' | 'browser';

export interface Outcome {
  added: number;
  /** Added, never removed by anybody, and gone on some device in the end. */
  lost: number;
  removed: number;
  /** Removed, never edited by anybody, and there in the end. */
  zombies: number;
  /** Readers see different things on two devices in the end. */
  diverged: boolean;
  /** Faults that struck. */
  mishaps: number;
}

/**
 * One run: devices edit and sync in any order under faults; then the faults end and all meet until nothing moves.
 * With `oneDies`, one device is never seen again after its last successful sync.
 */
export async function run(layout: Layout, seed: number, faults: Faults, { steps = 300, oneDies = false } = {}): Promise<Outcome> {
  const dice = new Dice(seed);
  const clock = { now: Date.UTC(2026, 0, 1) };
  const files = new FileServer(dice);
  const browser = new SyncServer(dice);
  const devices = Array.from({ length: 2 + dice.below(4) }, (_, i) => new SimulatedDevice(`${i}`, dice, clock));
  const areas = new Map<SimulatedDevice, DeviceArea>(devices.map((device) => [device, browser.area()]));
  const added = new Set<string>();
  const removed = new Set<string>();
  const edited = new Set<string>();
  const set = (now: Faults): void => {
    files.faults = browser.faults = now;
    for (const device of devices) device.faults = now;
  };
  set(faults);
  for (const device of devices) device.skew = Math.round((dice.next() * 2 - 1) * faults.skew);

  const sync = async (device: SimulatedDevice): Promise<void> => {
    try {
      if (layout === 'files') await device.syncFiles(files.backend());
      else {
        const area = areas.get(device)!;
        browser.contact(area);
        await device.syncBrowser(area);
        browser.contact(area);
      }
    } catch (error) {
      if (!(error instanceof SyncError) && !(error instanceof Interrupted)) throw error;
    }
  };
  for (let step = 0; step < steps; step++) {
    clock.now += dice.below(60_000);
    files.now = clock.now;
    const device = dice.one(devices);
    // Long enough for files of forgotten devices to be removed, not for tombstones to be dropped.
    if (layout === 'files' && dice.chance(0.02)) clock.now += DAY;
    if (dice.chance(0.03)) device.forget(dice.one(devices));
    if (!dice.chance(0.5)) {
      await sync(device);
      continue;
    }
    const own = device.alive();
    const what = dice.next();
    if (what < 0.6 || own.length === 0) {
      added.add(`tag: ${step}`);
      device.edit({ op: 'put-rule', rule: { id: `tag: ${step}` } });
    } else if (what < 0.85) {
      const id = dice.one(own);
      removed.add(id);
      device.edit({ op: 'remove-rule', id });
    } else {
      const id = dice.one(own);
      edited.add(id);
      device.edit({ op: 'put-rule', rule: { id, note: `${step}` } });
    }
  }
  set(CALM);
  if (oneDies) await sync(devices.shift()!);
  for (let round = 0; round < 6; round++) {
    if (oneDies) clock.now += 86_400_000;
    for (const device of devices) {
      clock.now += 3_600_000;
      files.now = clock.now;
      await sync(device);
    }
  }
  const alive = devices.map((device) => new Set(device.alive()));
  const everywhere = (id: string): boolean => alive.every((set_) => set_.has(id));
  return {
    added: added.size,
    lost: [...added].filter((id) => !removed.has(id) && !everywhere(id)).length,
    removed: removed.size,
    zombies: [...removed].filter((id) => !edited.has(id) && alive.some((set_) => set_.has(id))).length,
    diverged: devices.some((device) => differences(devices[0]!.disk.document, device.disk.document).length > 0),
    mishaps: files.mishaps + browser.mishaps,
  };
}

/** Many seeds, summed; the seeds that failed are named. */
export async function runMany(
  layout: Layout,
  seeds: Iterable<number>,
  faults: Faults,
  options?: { steps?: number; oneDies?: boolean },
): Promise<Omit<Outcome, 'diverged'> & { diverged: number; failed: number[] }> {
  const sum = { added: 0, lost: 0, removed: 0, zombies: 0, diverged: 0, mishaps: 0, failed: [] as number[] };
  for (const seed of seeds) {
    const outcome = await run(layout, seed, faults, options);
    sum.added += outcome.added;
    sum.lost += outcome.lost;
    sum.removed += outcome.removed;
    sum.zombies += outcome.zombies;
    sum.mishaps += outcome.mishaps;
    if (outcome.diverged) sum.diverged++;
    if (outcome.lost > 0 || outcome.zombies > 0 || outcome.diverged) sum.failed.push(seed);
  }
  return sum;
}
