import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { compileAll } from '../../entrypoints/background/own-list';
import { emptyWork } from '../../src/domain/work';
import { judge } from '../../src/rules/judge';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { statedWords } from '../../src/ui/rule/value-words';
import messages from '../../public/_locales/de/messages.json';
import { getMessage } from '../fake-extension';
import { MemoryArea, storeOver } from '../storage/memory-area';

beforeEach(() => {
  vi.stubGlobal('browser', {
    runtime: { id: 'test' },
    i18n: { getMessage: (key: string, filled?: string | string[]) => getMessage(key, filled, messages) },
    storage: { local: { get: () => Promise.resolve({}) } },
  });
});
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['words: <1000', 'Wörter: 900'],
  ['complete: no', 'Abgeschlossen: nein'],
  ['updated: 2026', 'Aktualisiert: 1. Oktober 2026'],
  ['rating: explicit', 'Explicit'],
  ['freeform: Fluff', 'Fluff'],
])('says in the language of the reader what of a work meets “%s”, and as on the page what has a spelling there', async (line, words) => {
  const store = storeOver(new MemoryArea());
  const read = parseRule(`fold ${line}`);
  if (!read.ok) throw new Error(line);
  await store.edit([{ op: 'put-rule', rule: toStored(read.rule) }]);
  const { set } = await compileAll(store, new KeptTags(), { inForce: () => Promise.resolve({ rules: [], lists: [] }) } as never);
  const work = { ...emptyWork('work'), words: 900, complete: false, updated: '2026-10-01', ratings: ['explicit' as const], freeforms: ['Fluff'] };
  expect(judge(set, work, { page: null, archive: '', now: Date.UTC(2026, 9, 2) }).reasons.map((reason) => reason.words)).toEqual([[words]]);
});

it.each([
  ['kind', 'series', 'Art: Serie'],
  ['page', 'history', 'Seite: Verlauf'],
  ['archive', 'ao3', 'Archiv: Archive of Our Own'],
  ['archive', 'royal-road', 'Archiv: Royal Road'],
  ['archive', 'fics.example.org', 'Archiv: fics.example.org'],
  ['language', 'no', 'Sprache: Norwegisch'],
])('calls the %s “%s” what the reader calls it', (field, value, words) => {
  expect(statedWords(field, value)).toBe(words);
});
