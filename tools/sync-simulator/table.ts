import { CALM, Dice, STORM, type Faults } from './faults';
import { runPeers, type PeerRule } from './peers';
import { runMany, type Layout } from './run';

/** One row of the table: a design under a kind of weather. */
export interface Row {
  faults: string;
  design: string;
  added: number;
  lost: number;
  removed: number;
  zombies: number;
  diverged: number;
  mishaps: number;
  failed: number[];
}

/** Our layouts, in every weather. */
export const OURS: readonly { layout: Layout; weather: string; faults: Faults; oneDies?: boolean }[] = [
  { layout: 'files', weather: 'calm', faults: CALM },
  { layout: 'files', weather: 'storm', faults: STORM },
  { layout: 'files', weather: 'storm, no versions, clocks years off', faults: { ...STORM, noVersions: true, skew: 10 * 365 * 86_400_000 } },
  { layout: 'files', weather: 'storm, one device dies', faults: STORM, oneDies: true },
  { layout: 'browser', weather: 'calm', faults: CALM },
  { layout: 'browser', weather: 'storm', faults: STORM },
  { layout: 'browser', weather: 'storm, one device dies', faults: STORM, oneDies: true },
];

export const CONTROLS: readonly { rule: PeerRule; design: string }[] = [
  { rule: 'newest', design: 'control: whole file, newer time wins' },
  { rule: 'generation', design: 'control: higher generation wins' },
];

const range = (seeds: number): number[] => Array.from({ length: seeds }, (_, i) => i + 1);

/** Runs one of ours over many seeds. */
export async function row({ layout, weather, faults, oneDies = false }: (typeof OURS)[number], seeds: number, steps: number): Promise<Row> {
  return { faults: weather, design: `ours, ${layout}`, ...(await runMany(layout, range(seeds), faults, { steps, oneDies })) };
}

/** Runs a control over many seeds. */
export function controlRow({ rule, design }: (typeof CONTROLS)[number], faults: Faults, weather: string, seeds: number, steps: number): Row {
  const sum: Row = { faults: weather, design, added: 0, lost: 0, removed: 0, zombies: 0, diverged: 0, mishaps: 0, failed: [] };
  for (const seed of range(seeds)) {
    const outcome = runPeers(rule, new Dice(seed), faults, steps);
    sum.added += outcome.added;
    sum.lost += outcome.lost;
    if (outcome.diverged) sum.diverged++;
    if (outcome.lost > 0) sum.failed.push(seed);
  }
  return sum;
}

/** A line of the printed table. */
export const printRow = (one: Row): string =>
  [one.faults, one.design, `${one.added} added`, `${one.lost} lost`, `${one.zombies} came back`, `${one.diverged} diverged`, `${one.mishaps} faults`].join(
    ' | ',
  );
