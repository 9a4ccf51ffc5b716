import { parseList } from '../../rules/text/parse';
import { keptLines } from '../../rules/text/places';
import { DEFAULT_LIST } from '../../rules/rule';
import { Draft } from '../draft';
import { readHead } from '../list-front';
import type { Format } from '../preview';

/** Our own text form, with or without front matter. Comments and lines that can't be read are handed over as written. */

/** Lines to look at before deciding; a list's head may be long, its rules are not. */
const LINES_LOOKED_AT = 400;

export const foldawayList: Format = {
  id: 'foldaway-list',
  detect({ text, json }) {
    if (json !== undefined) return false;
    const head = text
      .slice(0, 100_000)
      .split(/\r\n|\r|\n/)
      .slice(0, LINES_LOOKED_AT)
      .join('\n');
    const { front, lines } = parseList(head);
    const [rules, errors] = [lines.filter((line) => 'rule' in line).length, lines.filter((line) => 'error' in line).length];
    // A list of a later version may have many lines that this one can't read.
    return rules > 0 && (rules >= errors || front.name !== undefined);
  },
  read({ text }) {
    const draft = new Draft('foldaway-list');
    const { front, lines } = parseList(text);
    const head = readHead(front);
    const named = new Set<string>();
    for (const line of lines) {
      if ('rule' in line) {
        draft.put(line.rule);
        if (line.rule.list !== DEFAULT_LIST) named.add(line.rule.list);
      } else if ('error' in line) draft.leave(`${line.error.line}:${line.error.column} ${line.text}`, 'bad_line');
    }
    for (const { id } of head.lists) named.delete(id);
    const lists = [...head.lists, ...[...named].map((id) => ({ id, name: id, on: true }))];
    return draft.preview({ lists, lines: keptLines(lines), ...(front.name !== undefined && { name: front.name }) });
  },
};
