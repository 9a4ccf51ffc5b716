import type { Reason } from '../../domain/verdict';
import type { Work } from '../../domain/work';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import type { Edited, PageRule } from '../../messages/table';
import type { PanelRequest } from '../panel-door';
import { makeButton } from '../shadow';
import { openFrame } from './frame';
import { paragraph } from './parts';

/** The explanation of a verdict: each rule, its list, the words it matched, and what can be done about it from here. */
export function openWhy({ page, item, toast, focusBack }: PanelRequest): void {
  const state = page.states.get(item);
  if (!state?.work || !state.verdict) return;
  const { document } = page;
  const { work, verdict } = state;
  const url = document.location.href;
  const frame = openFrame(item, text('panel_why_title'), focusBack);
  const act = (label: string, edit: () => Promise<Edited & { text: string }>): HTMLButtonElement =>
    makeButton(document, label, () => {
      edit().then(
        (done) => {
          frame.close();
          toast(document, done.text === '' ? text('panel_rule_removed') : text('panel_changed', done.text), done.undo);
        },
        () => toast(document, text('gate_failed'), null),
      );
    });
  const always = (when: PageRule['when']) => () => send('rule-from-page', { url, rule: { action: 'show', strict: true, when, unless: [] } });

  for (const reason of verdict.reasons) frame.body.append(about(reason));
  const row = document.createElement('div');
  row.className = 'actions';
  if (work.subject === 'work' && work.id !== null) row.append(act(text('panel_not_this_work'), always([{ field: 'work', values: [work.id] }])));
  for (const { value, id, label } of creatorsOf(work)) row.append(act(text('panel_always_creator', label), always([{ field: 'creator', values: [value], ids: [id] }])));
  frame.body.append(row);

  function about(reason: Reason): HTMLElement {
    const box = document.createElement('div');
    box.className = 'rule';
    const code = document.createElement('code');
    code.textContent = `${verdict.action} ${reason.rule}`;
    code.dir = 'auto';
    box.append(code, paragraph(document, text('panel_list', reason.listName)));
    if (reason.note !== undefined) box.append(paragraph(document, text('panel_note', reason.note)));
    if (reason.words.length > 0) box.append(paragraph(document, text('panel_words', reason.words.join(text('fold_separator')))));
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(makeButton(document, text('panel_change_rule'), () => void send('open-options', { section: `rules/${encodeURIComponent(reason.rule)}` })));
    for (const word of tagsAmong(reason.words, work)) {
      actions.append(act(text('panel_not_this_tag', word), () => send('except-tag', { rule: reason.rule, list: reason.list, tag: word })));
    }
    box.append(actions);
    return box;
  }
}

/** Words of a reason that are tags of the work, so that they can be excepted by name. */
function tagsAmong(words: readonly string[], work: Work): string[] {
  const tags = new Set([...work.relationships, ...work.characters, ...work.freeforms, ...work.fandoms]);
  return words.filter((word) => tags.has(word)).slice(0, 5);
}

const creatorsOf = (work: Work): { value: string; id: string | null; label: string }[] =>
  work.creators.filter(({ login }) => login !== null).slice(0, 4).map(({ name, login, id }) => ({ value: login ?? name, id, label: name }));
