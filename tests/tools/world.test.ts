import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../tools/demo-archive/world/index';
import { ODD_WORKS } from '../../tools/demo-archive/world/odd-works';

const world = makeWorld({ works: 1_500 });

describe('the generated works', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(makeWorld({ works: 200 })).toEqual(makeWorld({ works: 200 }));
    expect(makeWorld({ works: 200, seed: 1 }).works.map((work) => work.title)).not.toEqual(makeWorld({ works: 200, seed: 2 }).works.map((work) => work.title));
  });

  it('hold every rating, warning and category, and several languages', () => {
    expect(new Set(world.works.map((work) => work.rating)).size).toBe(5);
    expect(new Set(world.works.flatMap((work) => work.warnings)).size).toBe(6);
    expect(new Set(world.works.flatMap((work) => work.categories)).size).toBe(6);
    expect(new Set(world.works.map((work) => work.language?.code)).size).toBeGreaterThan(8);
  });

  it('hold every odd work, and anonymous, orphaned, restricted and unrevealed ones', () => {
    const titles = new Set(world.works.map((work) => work.title));
    expect(ODD_WORKS.filter((odd) => odd.title !== undefined && !titles.has(odd.title))).toEqual([]);
    expect(world.works.some((work) => work.anonymous === true)).toBe(true);
    expect(world.works.some((work) => work.restricted === true)).toBe(true);
    expect(world.works.some((work) => work.authors[0]?.login === 'orphan_account')).toBe(true);
    expect(world.unrevealed.size).toBeGreaterThan(0);
  });

  it('have ids of their own, and names that the archive would take', () => {
    expect(new Set(world.works.map((work) => work.id)).size).toBe(world.works.length);
    const names = world.works.flatMap((work) => [...work.fandoms, ...work.relationships, ...work.characters, ...work.freeforms]);
    expect(names.filter((name) => name.length > 150 || /[,，、*<>^{}=`\\%]/.test(name))).toEqual([]);
  });

  it('stand in series in the order of their parts', () => {
    for (const { spec, works } of world.series) {
      expect(works.map((work) => work.series?.find((part) => part.id === spec.id)?.position)).toEqual(works.map((_, index) => index + 1));
    }
  });
});
