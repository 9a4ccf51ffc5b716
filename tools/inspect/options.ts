import { parseArgs } from 'node:util';
import { Trouble } from './trouble';

export interface Options {
  file: string;
  url: string | null;
  rules: string | null;
  explain: boolean;
}

const USAGE = 'Usage: npm run -s inspect -- PAGE.html [--url URL] [--rules FILE] [--explain]';

/** Reads the command line. @throws Trouble when it makes no sense */
export function readOptions(words: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { url: { type: 'string' }, rules: { type: 'string' }, explain: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Trouble('Name one page, saved as a file.');
    return { file, url: values.url ?? null, rules: values.rules ?? null, explain: values.explain ?? false };
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
