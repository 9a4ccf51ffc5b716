import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/*
 * `npm run fuzz -- [area ...] [--minutes N] [--seed S]`: random input through the doors of Foldaway, so many minutes
 * each. Areas: pages, rules, imports, sync, themes, messages. A seed that breaks something is named; see tests/fuzz.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 1_000_000_000) } },
});
const only = positionals.length > 0 ? ['-t', `: (${positionals.join('|')}) `] : [];
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/fuzz', ...only], {
  stdio: 'inherit',
  env: { ...process.env, FOLDAWAY_FUZZ_MINUTES: values.minutes, FOLDAWAY_FUZZ_SEED: values.seed },
});
process.exit(status ?? 1);
