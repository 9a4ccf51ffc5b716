import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import nspell from 'nspell';
import { trackedFiles } from './files';
import { proseOfComments, proseOfMarkdown, proseOfMessages, wordsOf } from './prose';

/*
 * British spelling of pages for people, of comments and of the English texts. Words that no dictionary has go into
 * words.txt beside this, one a line, in order.
 */
const project = resolve(import.meta.dirname, '../..');
const dictionary = dirname(createRequire(import.meta.url).resolve('dictionary-en-gb'));
const own = readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')
  .split('\n')
  .filter((word) => word !== '');
const spell = nspell(readFileSync(join(dictionary, 'index.aff')), readFileSync(join(dictionary, 'index.dic')));
for (const word of own) spell.add(word);

function proseOf(path: string, text: string): string {
  if (path.endsWith('.md')) return /^docs\/store\/(?!en\.)/.test(path) ? '' : proseOfMarkdown(text);
  if (path.endsWith('.json')) return proseOfMessages(text);
  return proseOfComments(text);
}

const known = new Map<string, boolean>();
function isKnown(word: string): boolean {
  let answer = known.get(word);
  if (answer === undefined) known.set(word, (answer = spell.correct(word) || spell.correct(word.toLowerCase())));
  return answer;
}

const unknown = trackedFiles(project)
  .filter((path) => /\.(md|tsx?|mjs|css)$/.test(path) || path === 'public/_locales/en/messages.json')
  .flatMap((path) =>
    wordsOf(proseOf(path, readFileSync(join(project, path), 'utf8')))
      .filter(({ word }) => !isKnown(word))
      .map(({ word, line }) => ({ word, place: `${path}:${line}` })),
  );
for (const { word, place } of unknown) console.log(`${place}: ${word}`);
console.log(`${unknown.length} unknown words${unknown.length > 0 ? '; correct them, or add them to tools/check/words.txt' : ''}`);
process.exitCode = unknown.length > 0 ? 1 : 0;
