import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '../../src/domain/document';
import { documentToText, sortedEntries } from '../../src/sync/body';
import { toChunks } from '../../src/sync/chunks';
import { cost, TOTAL } from '../../src/sync/sync-quota';
import { ruleIds } from './tag-names';

const rules = (count: number): Document => ({ ...emptyDocument(), entries: new Map([['rule', new Map(ruleIds(count).map((id) => [id, { cl: 1 }]))]]) });
const inArea = async (count: number): Promise<number> =>
  (await toChunks(sortedEntries(rules(count)))).chunks.reduce((sum, { id, value }) => sum + cost(`f1c${id}`, value), 0);

describe('made-up lists', () => {
  it('weigh about what 5,000 rules with real tag names weigh: 10.0 bytes a rule deflated', () => {
    const size = deflateRawSync(documentToText(rules(5000)), { level: 6 }).length / 5000;
    expect(size).toBeGreaterThan(9.7);
    expect(size).toBeLessThan(11);
  });
});

describe('the browser’s sync area', () => {
  it('holds 6,000 rules with room for five manifests and two chunks on the way', async () => {
    expect(await inArea(6000)).toBeLessThan(TOTAL - 5 * 900 - 8200);
  });

  it('holds about 7,000 at the brim', async () => {
    expect(await inArea(7000)).toBeLessThan(TOTAL - 2000);
    expect(await inArea(8000)).toBeGreaterThan(TOTAL);
  });

  it('costs 14 bytes a rule', async () => {
    expect((await inArea(5000)) / 5000).toBeLessThan(14.3);
  });
});

describe('a file', () => {
  it('of 20,000 rules is smaller than 200 kB', () => {
    expect(deflateRawSync(documentToText(rules(20_000))).length).toBeLessThan(200_000);
  });
});
