import { describe, expect, it } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';

const MEGABYTE = 'x'.repeat(1_000_000);

describe('a work at the door', () => {
  it('is cut where it is longer than any work, and keeps its other tags', () => {
    const freeforms = [MEGABYTE, 'Omegaverse', ...Array.from({ length: 5000 }, (_, index) => `tag ${index}`)];
    const sent = { ...emptyWork('work'), id: '7', title: MEGABYTE, summary: MEGABYTE, language: MEGABYTE, freeforms, characters: ['Mara Venn'] };
    const { data } = workSchema.safeParse(sent);
    expect(data).toMatchObject({ id: '7', characters: ['Mara Venn'] });
    expect(data?.freeforms[1]).toBe('Omegaverse');
    expect([data?.title?.length, data?.summary?.length, data?.language?.length, data?.freeforms[0]?.length, data?.freeforms.length]).toEqual([
      2000, 20_000, 2000, 1000, 2000,
    ]);
  });

  it('stays as it is where it is not', () => {
    const work = { ...emptyWork('work'), id: '7', title: 'A title', freeforms: ['Omegaverse'], series: [{ id: '1', title: 'S', position: 2 }], words: 5 };
    expect(workSchema.safeParse(work).data).toEqual(work);
  });

  it.each([
    [null],
    ['a work'],
    [{}],
    [{ ...emptyWork('work'), words: -1 }],
    [{ ...emptyWork('work'), words: Infinity }],
    [{ ...emptyWork('work'), freeforms: [7] }],
    [{ ...emptyWork('work'), kind: '__proto__' }],
  ])('is refused when it is none', (value) => {
    expect(workSchema.safeParse(value).success).toBe(false);
  });

  it('carries nothing that a work does not have', () => {
    const sent = JSON.parse(`{"__proto__": {"polluted": true}, "constructor": 1, ${JSON.stringify(emptyWork('work')).slice(1)}`) as object;
    const data = workSchema.safeParse(sent).data ?? {};
    expect(Object.keys(data)).toEqual(Object.keys(emptyWork('work')));
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});
