import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/* The threat model promises a test for each of its lines: here it is checked that those tests are there. */

const ROOT = join(import.meta.dirname, '..');
const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:threat|fault) \|/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

const named = (cell: string): { file: string; title: string }[] =>
  [...cell.matchAll(/`(tests\/[^`]+)`: ([^;]+)/g)].map(([, file = '', title = '']) => ({ file, title: title.trim() }));

/** Whether a file has a test of this name, given as plain text. */
const has = (source: string, title: string): boolean =>
  ["'", '"', '`'].some((quote) => new RegExp(`\\(\\s*${quote}${title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}${quote},`).test(source));

describe('the threat model', () => {
  it('has lines of three cells', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((cells) => cells.length !== 3)).toEqual([]);
  });

  it.each(rows.map((cells) => [cells[0] ?? '', cells[2] ?? ''] as const))('proves by tests that exist: %s', (_, tests) => {
    const proofs = named(tests);
    expect(proofs.length).toBeGreaterThan(0);
    const missing = proofs.filter(({ file, title }) => !existsSync(join(ROOT, file)) || !has(readFileSync(join(ROOT, file), 'utf8'), title));
    expect(missing).toEqual([]);
  });
});
