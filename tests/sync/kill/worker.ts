/* A device that edits and syncs without end until it is killed. Arguments: folder, name, number of the run. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SyncError } from '../../../src/sync/error';
import { deviceOnDisk } from './on-disk';

const [root, name, run] = process.argv.slice(2) as [string, string, string];
const { store, round } = deviceOnDisk(root, name);

/** Written down before and after each edit: what must be there is what was acknowledged. */
const note = (what: string): void => appendFileSync(join(root, `${name}.log`), `${what}\n`);

async function work(): Promise<void> {
  process.stdout.write('ready\n');
  for (let i = 0; ; i++) {
    const id = `tag: ${name} ${run} ${i}`;
    note(`try ${id}`);
    await store.edit([{ op: 'put-rule', rule: { id } }]);
    note(`put ${id}`);
    if (i % 4 === 3) {
      const gone = `tag: ${name} ${run} ${i - 2}`;
      note(`drop ${gone}`);
      await store.edit([{ op: 'remove-rule', id: gone }]);
      note(`gone ${gone}`);
    }
    await round().catch((error: unknown) => {
      if (!(error instanceof SyncError)) throw error;
    });
  }
}

void work();
