import type { Reason } from '../../domain/verdict';
import type { Work } from '../../domain/work';
import { isolated, text, themeName, themeReason } from '../../i18n';
import { send } from '../../messages/send';
import type { Edited, PageRule } from '../../messages/table';
import type { Theme } from '../../rules/themes/theme';
import type { WhyRequest } from '../panel-door';
import { makeButton } from '../shadow';
import { openFrame } from './frame';
import { paragraph } from './parts';

/** The explanation of a verdict: each rule, its list, the words it matched, and what can be done about it from here. */
export function openWhy(request: WhyRequest): void {
  const { page, item, toast, failed } = request;
  const state = page.states.get(item);
  if (!state?.work || !state.verdict) return;
  const { document } = page;
  const { work, verdict } = state;
  const url = page.address?.() ?? document.location.href;
  const frame = openFrame(request, text('panel_why_title'));
  const act = <Done extends Edited>(label: string, edit: () => Promise<Done>, said: (done: Done) => string): HTMLButtonElement =>
    makeButton(document, label, () => {
      edit().then(
        (done) => {
          frame.close();
          toast(document, said(done), done.undo);
        },
        (error: unknown) => failed(document, error),
      );
    });
  const ruleChanged = (done: { text: string }): string => (done.text === '' ? text('panel_rule_removed') : text('panel_changed', isolated(done.text)));
  const always = (when: PageRule['when']) => () => send('rule-from-page', { url, rule: { action: 'show', strict: true, when, unless: [] } });

  for (const reason of verdict.reasons) frame.body.append(about(reason));
  const row = document.createElement('div');
  row.className = 'actions';
  if (work.subject === 'work' && work.id !== null) row.append(act(text('panel_not_this_work'), always([{ field: 'work', values: [work.id] }]), ruleChanged));
  for (const { value, id, label } of creatorsOf(work))
    row.append(act(text('panel_always_creator', isolated(label)), always([{ field: 'creator', values: [value], ids: [id] }]), ruleChanged));
  frame.body.append(row);

  function about(reason: Reason): HTMLElement {
    const box = document.createElement('div');
    box.className = 'rule';
    const code = document.createElement('code');
    code.textContent = `${verdict.action} ${reason.rule}`;
    code.dir = 'auto';
    box.append(code, paragraph(document, text('panel_list', reason.listName)));
    if (reason.note !== undefined) box.append(paragraph(document, text('panel_note', reason.note)));
    for (const found of reason.themes ?? []) box.append(paragraph(document, themeReason(found)));
    if (reason.words.length > 0) box.append(paragraph(document, text('panel_words', reason.words.map(isolated).join(text('fold_separator')))));
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(
      makeButton(document, text('panel_change_rule'), () => {
        send('open-options', { section: `rules/${encodeURIComponent(reason.rule)}`, list: reason.list }).catch((error: unknown) => failed(document, error));
      }),
    );
    for (const word of tagsAmong(reason.words, work)) {
      actions.append(
        act(text('panel_not_this_tag', isolated(word)), () => send('except-tag', { rule: reason.rule, list: reason.list, tag: word }), ruleChanged),
      );
    }
    for (const { theme, words } of reason.themes ?? []) {
      for (const tag of tagsAmong(words, work)) {
        const label = text('panel_not_theme', isolated(tag), themeName(theme));
        const done = text('panel_not_theme_done', isolated(tag), themeName(theme));
        actions.append(
          act(
            label,
            () => send('correct-theme', { theme: theme as Theme, tag, about: false }),
            () => done,
          ),
        );
      }
    }
    box.append(actions);
    return box;
  }
}

/** Words of a reason that are tags of the work, so that they can be excepted by name; an archive warning is none. */
function tagsAmong(words: readonly string[], work: Work): string[] {
  const tags = new Set([...work.relationships, ...work.characters, ...work.freeforms, ...work.fandoms, ...work.otherTags]);
  return words.filter((word) => tags.has(word)).slice(0, 5);
}

const creatorsOf = (work: Work): { value: string; id: string | null; label: string }[] =>
  work.creators
    .filter(({ login }) => login !== null)
    .slice(0, 4)
    .map(({ name, login, id }) => ({ value: login ?? name, id, label: name }));
