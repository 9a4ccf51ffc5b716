import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { trackedFiles } from './files';
import { layoutFaults } from './layout';

const project = resolve(import.meta.dirname, '../..');
const faults = trackedFiles(project)
  .filter((path) => /\.(tsx?|mjs|css|md|json|html|svg|txt|yml)$/.test(path) && path !== 'package-lock.json')
  .flatMap((path) => layoutFaults(path, readFileSync(join(project, path), 'utf8')).map((fault) => `${path}:${fault}`));
for (const fault of faults) console.log(fault);
console.log(`${faults.length} faults of layout`);
process.exitCode = faults.length > 0 ? 1 : 0;
