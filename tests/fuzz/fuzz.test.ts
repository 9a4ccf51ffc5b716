// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Area } from './area';
import kept from './seeds.json' with { type: 'json' };
import { startCounting } from './steps';

/*
 * Anything at all through every door: nothing is thrown past it, and nothing takes more steps than a bound. Here a few
 * seeds and those that once broke something (seeds.json); `npm run fuzz` goes on for as long as it is told.
 */
const countSteps = await startCounting();
const AREAS: readonly Area[] = [
  (await import('./areas/pages')).pages,
  (await import('./areas/rules')).rules,
  (await import('./areas/imports')).imports,
  (await import('./areas/sync')).sync,
  (await import('./areas/themes')).themes,
  (await import('./areas/messages')).messages,
];
const MINUTES = Number(process.env['FOLDAWAY_FUZZ_MINUTES'] ?? 0);
const FIRST = Number(process.env['FOLDAWAY_FUZZ_SEED'] ?? 1);

async function check(area: Area, seed: number): Promise<number> {
  try {
    const steps = await countSteps(() => area.run(seed));
    if (steps > area.most) throw new Error(`${steps} steps, more than ${area.most}`);
    return steps;
  } catch (error) {
    throw new Error(`Seed ${seed} of "${area.name}" breaks a promise; mend it, and keep the seed in tests/fuzz/seeds.json`, { cause: error });
  }
}

describe.each(AREAS.map((area) => [area.name, area] as const))('whatever comes in: %s', (name, area) => {
  const seeds = new Map(Object.entries(kept)).get(name) ?? [];

  it('is read or refused, in few steps', { timeout: MINUTES * 60_000 + 60_000 }, async () => {
    let greatest = 0;
    for (const seed of seeds) greatest = Math.max(greatest, await check(area, seed));
    const end = performance.now() + MINUTES * 60_000;
    let seed = FIRST;
    for (; seed < FIRST + area.runs || performance.now() < end; seed += 1) greatest = Math.max(greatest, await check(area, seed));
    expect(greatest).toBeGreaterThan(0);
    if (MINUTES > 0) console.log(`${name}: seeds ${FIRST} to ${seed - 1}, at most ${greatest} steps of ${area.most}`);
  });
});
