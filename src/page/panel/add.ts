import { COLOUR_VALUES, COLOURS, type Colour } from '../../domain/look';
import { counted, isolated, text, themeName, type MessageKey } from '../../i18n';
import { connected, send } from '../../messages/send';
import type { PageRule } from '../../messages/table';
import type { Theme } from '../../rules/themes/theme';
import type { AddRequest } from '../panel-door';
import { makeButton } from '../shadow';
import { choicesOf, hasSynonyms, ruleOf, type Choice, type ChoiceGroup } from './choices';
import { openFrame } from './frame';
import { checkbox, fieldset, paragraph, radio, swatch, themeMark } from './parts';
import { sentenceOf } from './sentence';
import { learnSynonyms, type ReadTag } from './synonyms';
import { themeMissed } from './theme-missed';

const ACTIONS: readonly [PageRule['action'], MessageKey][] = [
  ['fold', 'rule_fold'],
  ['hide', 'rule_hide'],
  ['note', 'rule_note'],
  ['highlight', 'rule_highlight'],
  ['show', 'rule_show'],
];
/** The background is asked once the reader pauses, and again when the browser stopped it meanwhile; in ms. */
const PAUSE = 150;
const TRIES = 3;

/** "Add from here": what the work is, as choices, and the rule that the chosen ones make. */
export async function openAdd(request: AddRequest, readTag: ReadTag | null = null): Promise<void> {
  const { page, item, toast, failed } = request;
  const work = page.states.get(item)?.work;
  if (!work) return;
  const { document } = page;
  const url = page.address?.() ?? document.location.href;
  const selected = selectionIn(item);
  const themes = await send('themes-of', { work }).catch(() => ({ found: [], all: [] }));
  const groups = choicesOf(
    work,
    themes.found.map(({ theme, words }) => ({ theme, words, name: themeName(theme) })),
    selected,
  );
  const frame = openFrame(request, text('panel_add_title'));

  const chosen = new Map<Choice, ChoiceGroup>();
  let action: PageRule['action'] = 'fold';
  let colour: Colour | undefined;
  const sentence = paragraph(document, '');
  sentence.setAttribute('role', 'status');
  const line = document.createElement('code');
  const add = makeButton(document, text('panel_add'), () => void save());
  add.className = 'primary';
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const foot = document.createElement('div');
  foot.className = 'foot';
  foot.style.setProperty('--paper', paperOf(item));
  let withSynonyms = false;
  const synonyms = synonymsBox(document, (on) => {
    withSynonyms = on;
    changed();
  });
  const rule = (): PageRule => ruleOf(action, [...chosen.keys()], withSynonyms, colour);
  const changed = (): void => {
    if (!connected()) return failed(document);
    add.disabled = chosen.size === 0;
    foot.classList.toggle('chosen', chosen.size > 0);
    synonyms.hidden = readTag === null || ![...chosen.keys()].some(({ field }) => hasSynonyms(field));
    sentence.textContent = chosen.size === 0 ? text('panel_choose') : sentenceOf(action, chosen);
    line.textContent = '';
    clearTimeout(timer);
    if (chosen.size > 0) timer = setTimeout(() => void preview(++asked, TRIES), PAUSE);
  };
  const preview = async (asking: number, tries: number): Promise<void> => {
    const works = [...page.states.values()].flatMap((state) => (state.work === null || state.muted ? [] : [state.work])).slice(0, 500);
    const { kind, own } = page.reader?.readPage() ?? { kind: 'work', own: false };
    const answer = await send('preview-rule', { url, page: kind, own, rule: rule(), works }).catch(() => null);
    if (asking !== asked) return;
    if (answer === null) {
      if (tries > 1) timer = setTimeout(() => void preview(asking, tries - 1), PAUSE);
      return;
    }
    sentence.textContent = `${sentenceOf(action, chosen)} ${counted('panel_matches', answer.matches)}`;
    line.textContent = answer.text;
  };
  const save = async (): Promise<void> => {
    try {
      const done = await send('rule-from-page', { url, rule: rule() });
      frame.close();
      const added = text('panel_added', isolated(done.text));
      toast(document, added, done.undo);
      if (readTag === null || !withSynonyms) return;
      const said = await learnSynonyms(
        [...chosen.keys()].filter(({ field }) => hasSynonyms(field)).map(({ value }) => value),
        readTag,
      );
      if (said.length > 0) toast(document, [added, ...said].join(' '), done.undo);
    } catch (error) {
      failed(document, error);
    }
  };

  const actions = fieldset(document, text('panel_action'));
  for (const [value, label] of ACTIONS) {
    actions.options.append(
      radio(document, 'action', text(label), value === action, () => {
        action = value;
        colours.box.hidden = action !== 'highlight';
        changed();
      }),
    );
  }
  const colours = fieldset(document, text('rule_colour'));
  colours.box.hidden = true;
  for (const value of [undefined, ...COLOURS]) {
    const option = radio(document, 'colour', text(value === undefined ? 'colour_usual' : `colour_${value}`), value === undefined, () => {
      colour = value;
      changed();
    });
    if (value !== undefined) option.append(swatch(document, COLOUR_VALUES[value]));
    colours.options.append(option);
  }
  frame.body.append(actions.box, colours.box);
  for (const group of groups) {
    const box = fieldset(document, text(group.title));
    for (const choice of group.choices) {
      const option = checkbox(document, group.field === 'words' ? lengthText(choice.value) : choice.label, group.field === 'summary', (on) => {
        if (on) chosen.set(choice, group);
        else chosen.delete(choice);
        changed();
      });
      if (choice.themes !== undefined) option.append(' ', themeMark(document, choice.themes));
      box.options.append(option);
      if (group.field === 'summary') chosen.set(choice, group);
    }
    frame.body.append(box.box);
  }
  const row = document.createElement('div');
  row.className = 'actions';
  row.append(add, line);
  foot.append(synonyms, sentence, row);
  frame.body.append(foot);
  const missed = themeMissed(document, work, themes.all, (tag, theme) => {
    send('correct-theme', { theme: theme as Theme, tag, about: true }).then(
      (done) => {
        frame.close();
        toast(document, text('panel_theme_done', isolated(tag), themeName(theme)), done.undo);
      },
      (error: unknown) => failed(document, error),
    );
  });
  if (missed !== null) frame.body.append(missed);
  frame.body.addEventListener('keydown', (event) => {
    if (event.isTrusted && event.key === 'Enter' && event.target instanceof HTMLInputElement && !add.disabled) void save();
  });
  changed();
}

/** The colour that an element lies on, as the site's skin has it. */
function paperOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

/** "Also what the archive treats as the same", for the tags of the rule. */
function synonymsBox(document: Document, changed: (on: boolean) => void): HTMLElement {
  const box = document.createElement('div');
  box.append(checkbox(document, text('panel_synonyms'), false, changed));
  return box;
}

/** Words that the reader has selected in this item, to make a rule about them. */
function selectionIn(item: Element): string {
  const selection = item.ownerDocument.getSelection();
  if (selection === null || selection.anchorNode === null || !item.contains(selection.anchorNode)) return '';
  return selection.toString().trim().replace(/\s+/g, ' ').slice(0, 100);
}

const lengthText = (value: string): string => counted(value.startsWith('<') ? 'panel_shorter' : 'panel_longer', Number(value.slice(1)));
