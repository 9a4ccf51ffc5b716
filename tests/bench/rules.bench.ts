import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/*
 * `npm run bench`: what judging costs with few and with many rules. Measured is what ships, bundled by the tool that
 * bundles it, since tools that run TypeScript directly wrap every function and would be measured as well.
 */

const out = mkdtempSync(join(tmpdir(), 'foldaway-bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'rules-measure.ts'),
      outDir: out,
      emptyOutDir: true,
      target: 'chrome120',
      minify: true,
      rollupOptions: { output: { entryFileNames: 'measure.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(out, 'measure.mjs')], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true });
}
