import { describe, expect, it } from 'vitest';
import { CALM, STORM } from '../../tools/sync-simulator/faults';
import { CONTROLS, controlRow, OURS, row } from '../../tools/sync-simulator/table';

/** `npm run simulate -- --seeds 5000` runs more. */
const SEEDS = Number(process.env['SYNC_SEEDS'] ?? 200);
const STEPS = 40;

describe('the simulator', () => {
  it.each(OURS)(
    'finds nothing lost, nothing come back and nothing diverged: $layout, $weather',
    async (one) => {
      const { added, removed, lost, zombies, diverged, mishaps, failed } = await row(one, SEEDS, STEPS);
      expect(added).toBeGreaterThan(SEEDS * 10);
      expect(removed).toBeGreaterThan(SEEDS);
      expect(mishaps > 0).toBe(one.faults !== CALM);
      expect({ lost, zombies, diverged, failed }).toEqual({ lost: 0, zombies: 0, diverged: 0, failed: [] });
    },
    120_000,
  );

  it.each(CONTROLS)('can see a loss: $design', (control) => {
    for (const faults of [CALM, STORM]) {
      const { added, lost } = controlRow(control, faults, '', SEEDS, 300);
      expect(lost).toBeGreaterThan(added / 4);
    }
  });
});
