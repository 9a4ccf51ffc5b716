import type { Added, RequestBody, RulesAnswer } from '../../src/messages/table';
import { DEFAULT_LIST } from '../../src/rules/rule';
import { parseList, parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import type { Op, Store } from '../../src/storage/index';

async function addRules(store: Store, { text, list, keepUnreadable }: RequestBody<'add-rules'>): Promise<Added> {
  const lines = parseList(text).lines;
  const known = new Set((await store.load()).lists.map(({ id }) => id));
  const ops: Op[] = [];
  const ids: string[] = [];
  const unreadable: Added['unreadable'] = [];
  for (const [index, line] of lines.entries()) {
    if ('rule' in line) {
      const target = list ?? line.rule.list;
      // A file may name lists that are not there yet; the reader can call them something else later.
      if (target !== DEFAULT_LIST && !known.has(target)) ops.push({ op: 'put-list', list: { id: target, name: target, on: true } });
      known.add(target);
      ops.push({ op: 'put-rule', rule: toStored({ ...line.rule, list: target }) });
      ids.push(line.rule.id);
    } else if ('error' in line) {
      unreadable.push({ line: index + 1, text: line.text, error: line.error });
      if (keepUnreadable) ops.push({ op: 'put-line', line: { list: list ?? DEFAULT_LIST, text: line.text } });
    }
  }
  const edited = await store.edit(ops, lines.length > 1 ? 'import' : 'edit');
  return { ...edited, ids, unreadable };
}

async function getRules(store: Store): Promise<RulesAnswer> {
  const { rules, lists, lines, revision, trouble } = await store.load();
  const kept = lines.flatMap(({ list, text }) => {
    if (text.trimStart().startsWith('#')) return [];
    const read = parseRule(text);
    return read.ok ? [] : [{ list, text, error: read.error }];
  });
  return { rules, lists, lines: kept, revision, trouble };
}

export function editHandlers(store: Store) {
  return {
    'get-rules': () => getRules(store),
    'get-lists': async () => {
      const { lists, lines, trouble } = await getRules(store);
      return { lists, needLook: lines.length + trouble.length };
    },
    'add-rules': (body: RequestBody<'add-rules'>) => addRules(store, body),
    'import-rules': ({ rules, lists, lines }: RequestBody<'import-rules'>) =>
      store.edit(
        [
          ...lists.map((list): Op => ({ op: 'put-list', list })),
          ...rules.map((rule): Op => ({ op: 'put-rule', rule })),
          ...lines.map((line): Op => ({ op: 'put-line', line })),
        ],
        'import',
      ),
    'change-rules': ({ changes }: RequestBody<'change-rules'>) => store.edit(changes.map((change) => ({ op: 'put-rule', ...change }))),
    'remove-rules': ({ ids }: RequestBody<'remove-rules'>) => store.edit(ids.map((id) => ({ op: 'remove-rule', id }))),
    'remove-line': (line: RequestBody<'remove-line'>) => store.edit([{ op: 'remove-line', line }]),
    'put-list': ({ list, was }: RequestBody<'put-list'>) => store.edit([{ op: 'put-list', list, ...(was && { was }) }]),
    'remove-list': ({ id }: RequestBody<'remove-list'>) => store.edit([{ op: 'remove-list', id }]),
  };
}
