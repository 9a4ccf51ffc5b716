import { Refusal } from '../../src/messages/answer';
import type { Answers, Edited, HistoryAnswer, RequestBody } from '../../src/messages/table';
import { keptLines } from '../../src/rules/text/places';
import { parseList, parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import { exportRules } from './exchange';

/** More changes than anybody looks through; the rest is a number. */
const SHOWN = 500;

async function getHistory(store: Store): Promise<HistoryAnswer> {
  const [steps, copies, trash] = await Promise.all([store.steps(), store.copies(), store.trash()]);
  return {
    steps: steps.map(({ token, at, label, changes }) => ({ token, at, label, changes })),
    copies: copies.map(({ id, at, reason, rules }) => ({ id, at, reason, rules })),
    trash,
  };
}

async function getChanges(store: Store, of: RequestBody<'get-changes'>): Promise<Answers['get-changes']> {
  const changes = 'token' in of ? await store.changesOf(of.token) : await store.compare(of.copy);
  if (changes === null) throw new Refusal('gone');
  return { changes: changes.slice(0, SHOWN), all: changes.length };
}

/** The rules of a list's text, and lines that are kept as written (comments too). */
function readText(text: string, list: string) {
  const { lines } = parseList(text);
  return {
    rules: lines.flatMap((line) => ('rule' in line ? [toStored({ ...line.rule, list })] : [])),
    lines: keptLines(lines),
  };
}

/** A whole list as it was saved in the text editor, against the text that the editor was opened with. */
function replaceList(store: Store, { list, text, was }: RequestBody<'replace-list'>) {
  return store.edit([{ op: 'replace-list', list, ...readText(text, list), ...(was !== undefined && { was: readText(was, list) }) }]);
}

/** A line put right in its place in the list, as one edit. */
async function mendLine(store: Store, { list, text, mended }: RequestBody<'mend-line'>): Promise<Edited> {
  const read = parseRule(mended);
  if (!read.ok) throw new Refusal('bad-message', read.error.code);
  const was = await exportRules(store, list);
  const lines = was.split('\n');
  const place = lines.indexOf(text);
  if (place < 0) throw new Refusal('gone');
  lines[place] = mended;
  return store.edit([{ op: 'replace-list', list, ...readText(lines.join('\n'), list), was: readText(was, list) }]);
}

export function historyHandlers(store: Store) {
  return {
    'replace-list': (body: RequestBody<'replace-list'>) => replaceList(store, body),
    'mend-line': (body: RequestBody<'mend-line'>) => mendLine(store, body),
    'get-history': () => getHistory(store),
    'get-changes': (of: RequestBody<'get-changes'>) => getChanges(store, of),
    'restore-copy': ({ copy, how }: RequestBody<'restore-copy'>) => store.restore(copy, how),
    'get-set-aside': async () => ({ text: JSON.stringify(await store.setAside(), null, 2) }),
    'forget-set-aside': async () => {
      await store.forgetSetAside();
      return null;
    },
  };
}
