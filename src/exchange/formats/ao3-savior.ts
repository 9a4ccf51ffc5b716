import type { Action } from '../../domain/verdict';
import { ExchangeError } from '../codes';
import { Draft } from '../draft';
import type { Format } from '../preview';
import { addSaviorLists, SAVIOR_LISTS } from '../savior-lists';
import { readScriptLists } from '../script-lists';

/*
 * ao3 savior and its forks: a userscript whose lists are in its own text, `window.ao3SaviorConfig = {...}`. The
 * script is pasted; it is read, never run.
 */

const FLAGS = ['showReasons', 'showPlaceholders'];
const LOOKS_LIKE_IT = new RegExp(`ao3SaviorConfig|\\b(?:${SAVIOR_LISTS.join('|')})["']?\\s*[:=]\\s*\\[`);

export const ao3Savior: Format = {
  id: 'ao3-savior',
  detect: ({ text, json }) => json === undefined && LOOKS_LIKE_IT.test(text),
  read({ text }) {
    const { lists, flags, cutOff } = readScriptLists(text, [...SAVIOR_LISTS, ...FLAGS]);
    if (cutOff !== null) throw new ExchangeError('cut_off', cutOff);
    const draft = new Draft('ao3-savior');
    for (const { split } of lists.values()) for (const entry of split) draft.remark('split_at_quote', entry);
    const action: Action = flags.get('showPlaceholders') === false ? 'hide' : 'fold';
    const reason = flags.get('showReasons') === false ? ({ reason: 'none' } as const) : {};
    addSaviorLists(draft, (name) => lists.get(name)?.entries ?? [], { action, ...reason });
    if (lists.has('summaryBlacklist') || lists.has('authorBlacklist')) draft.remark('case_ignored');
    return draft.preview();
  },
};
