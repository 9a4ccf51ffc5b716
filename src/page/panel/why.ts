import type { Action, Reason } from '../../domain/verdict';
import type { Work } from '../../domain/work';
import { isolated, text, themeName, themeReason } from '../../i18n';
import { send } from '../../messages/send';
import type { Edited, PageRule } from '../../messages/table';
import type { Theme } from '../../rules/themes/theme';
import type { WhyRequest } from '../panel-door';
import { makeButton } from '../shadow';
import { openFrame } from './frame';
import { paragraph } from './parts';

/** A button that makes an edit, closes the panel, and says what was done. */
type Act = <Done extends Edited>(label: string, edit: () => Promise<Done>, said: (done: Done) => string) => HTMLButtonElement;

/** The explanation of a verdict: each rule, its list, the words it matched, and what can be done about it from here. */
export function openWhy(request: WhyRequest): void {
  const { page, item, toast, failed } = request;
  const state = page.states.get(item);
  if (!state?.work || !state.verdict) return;
  const { document } = page;
  const { work, verdict } = state;
  const { body, close } = openFrame(request, text('panel_why_title'));
  const act: Act = (label, edit, said) =>
    makeButton(document, label, () => {
      edit().then(
        (done) => {
          close();
          toast(document, said(done), done.undo);
        },
        (error: unknown) => failed(document, error),
      );
    });
  const change = (reason: Reason): HTMLButtonElement =>
    makeButton(document, text('panel_change_rule'), () => {
      send('open-options', { section: `rules/${encodeURIComponent(reason.rule)}`, list: reason.list }).catch((error: unknown) => failed(document, error));
    });
  for (const reason of verdict.reasons) {
    body.append(
      rowOf(document, 'rule', [...about(document, verdict.action, reason), rowOf(document, 'actions', [change(reason), ...excepting(reason, work, act)])]),
    );
  }
  body.append(rowOf(document, 'actions', showing(work, page.address?.() ?? document.location.href, act)));
}

function rowOf(document: Document, className: string, parts: readonly HTMLElement[]): HTMLElement {
  const row = document.createElement('div');
  row.className = className;
  row.append(...parts);
  return row;
}

/** The rule, and what of the work it matched. */
function about(document: Document, action: Action, { rule, listName, note, themes = [], words }: Reason): HTMLElement[] {
  const code = document.createElement('code');
  code.textContent = `${action} ${rule}`;
  code.dir = 'auto';
  const said = [
    text('panel_list', listName),
    ...(note === undefined ? [] : [text('panel_note', note)]),
    ...themes.map(themeReason),
    ...(words.length === 0 ? [] : [text('panel_words', words.map(isolated).join(text('fold_separator')))]),
  ];
  return [code, ...said.map((line) => paragraph(document, line))];
}

const ruleChanged = (done: { text: string }): string => (done.text === '' ? text('panel_rule_removed') : text('panel_changed', isolated(done.text)));

/** "Not this tag", and "this tag is not about the theme". */
function excepting({ rule, list, words, themes = [] }: Reason, work: Work, act: Act): HTMLButtonElement[] {
  const tags = tagsAmong(words, work).map((tag) => act(text('panel_not_this_tag', isolated(tag)), () => send('except-tag', { rule, list, tag }), ruleChanged));
  const corrections = themes.flatMap(({ theme, words: found }) =>
    tagsAmong(found, work).map((tag) => {
      const done = text('panel_not_theme_done', isolated(tag), themeName(theme));
      return act(
        text('panel_not_theme', isolated(tag), themeName(theme)),
        () => send('correct-theme', { theme: theme as Theme, tag, about: false }),
        () => done,
      );
    }),
  );
  return [...tags, ...corrections];
}

/** "Always show this work", and everything by its creators. @param url what rules made here are about */
function showing(work: Work, url: string, act: Act): HTMLButtonElement[] {
  const always = (label: string, when: PageRule['when']): HTMLButtonElement =>
    act(label, () => send('rule-from-page', { url, rule: { action: 'show', strict: true, when, unless: [] } }), ruleChanged);
  return [
    ...(work.subject === 'work' && work.id !== null ? [always(text('panel_not_this_work'), [{ field: 'work', values: [work.id] }])] : []),
    ...creatorsOf(work).map(({ value, id, label }) =>
      always(text('panel_always_creator', isolated(label)), [{ field: 'creator', values: [value], ids: [id] }]),
    ),
  ];
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
