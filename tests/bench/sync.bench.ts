import { authorOf, emptyDocument, type Document, type Entry } from '../../src/domain/document';
import { Edit } from '../../src/storage/operations';
import { toSnapshot } from '../../src/storage/snapshot';
import { readStored, toStored } from '../../src/storage/stored';
import { documentToText } from '../../src/sync/body';
import { pack, unpack } from '../../src/sync/envelope';
import { Lock, secretFromCode, secretFromPassphrase } from '../../src/sync/lock';
import { receive } from '../../src/sync/receive';
import { ruleIds } from '../sync/tag-names';

/*
 * What storage and sync cost at 50,000 rules. Milliseconds differ between machines; the figure that can fail is a
 * ratio of one run: merging two documents of 50,000 rules against copying one map of as many entries.
 */

const RULES = 50_000;
const ROUNDS = 7;
/** A merge looks up every entry twice and copies the map once. */
const MOST_COPIES = 40;

async function time(what: string, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${what.padEnd(64)} ${times[0]!.toFixed(1).padStart(7)} ms at best, ${times[Math.floor(ROUNDS / 2)]!.toFixed(1).padStart(7)} median`);
  return times[0]!;
}

const entries = (ids: string[], every: (i: number) => Entry): Document => ({
  ...emptyDocument(),
  entries: new Map([['rule', new Map(ids.map((id, i) => [id, every(i)]))]]),
});
const hidden = Object.assign(Object.create(null) as Record<string, [number, string, string]>, { action: [0, '', 'hide'] as [number, string, string] });
const some = (i: number): Entry => (i % 3 === 0 ? { cl: 1, f: hidden } : { cl: 1 });

async function main(): Promise<void> {
  const ids = ruleIds(RULES + 1000);
  const mine = entries(ids.slice(0, RULES), some);
  const theirs = entries(ids.slice(1000), some);
  const by = authorOf(mine, 'device-1', 1_800_000_000_000);
  const stored = toStored(mine);
  const copy = await time('copy a map of 50,000 entries', () => new Map(mine.entries.get('rule')));
  await time('read what is stored, and hand out the rules', () => toSnapshot(readStored(stored).document, 1, [], 'ok'));
  await time('edit one rule and make the value to store', () => {
    const edit = new Edit(mine, by);
    edit.apply({ op: 'put-rule', rule: { id: 'tag: "one more"' } });
    return toStored(edit.result());
  });
  const merge = await time('merge two documents of 50,000 rules, 1,000 of them new', () => receive(mine, theirs, by));
  await time('merge when nothing is new', () => receive(mine, entries([...mine.entries.get('rule')!.keys()], some), by));
  await time('canonical text', () => documentToText(mine));
  const lock = new Lock(await secretFromCode(new Uint8Array(16)));
  const file = await pack(mine, { dev: 'device-1', seq: 1, day: 1, nonce: '' }, lock, lock.newSalt());
  await time('pack and seal a file', () => pack(mine, { dev: 'device-1', seq: 1, day: 1, nonce: '' }, lock, 'AAAA'));
  await time('open, check and read a file', () => unpack(file, lock));
  await time('a key from a passphrase', async () =>
    new Lock(await secretFromPassphrase('some long passphrase')).seal(new Uint8Array(1), new Lock(await secretFromPassphrase('x')).describe('AAAA'), ''),
  );
  console.log(`stored: ${(stored.entries.length / 1e6).toFixed(1)} MB; on the wire: ${(file.length / 1000).toFixed(0)} kB`);
  console.log(`a merge costs ${(merge / copy).toFixed(1)} copies of the map (at most ${MOST_COPIES})`);
  process.exitCode = merge / copy > MOST_COPIES ? 1 : 0;
}

void main();
