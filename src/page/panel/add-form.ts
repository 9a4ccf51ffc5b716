import { COLOUR_VALUES, COLOURS, type Colour } from '../../domain/look';
import { counted, isolated, text, type MessageKey } from '../../i18n';
import { connected, send } from '../../messages/send';
import type { PageRule } from '../../messages/table';
import type { AddRequest } from '../panel-door';
import { makeButton } from '../shadow';
import { hasSynonyms, ruleOf, type Choice, type ChoiceGroup } from './choices';
import type { Frame } from './frame';
import { checkbox, fieldset, paragraph, radio, swatch, themeMark } from './parts';
import { sentenceOf } from './sentence';
import { learnSynonyms, type ReadTag } from './synonyms';

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
/** As many works as one message takes. */
const MOST_WORKS = 500;

/** The form in which a rule is put together from what a work is, with the rule as a sentence, as text, and how many works it is about. */
export class AddForm {
  private readonly document: Document;
  private readonly url: string;
  private readonly chosen = new Map<Choice, ChoiceGroup>();
  private action: PageRule['action'] = 'fold';
  private colour: Colour | undefined;
  private withSynonyms = false;
  private readonly sentence: HTMLElement;
  private readonly line: HTMLElement;
  private readonly add: HTMLButtonElement;
  private readonly foot: HTMLElement;
  private readonly synonyms: HTMLElement;
  /** Number of the latest preview: an answer to an earlier one is no news. */
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param readTag where the archive has pages about tags, what reads them */
  constructor(
    private readonly request: AddRequest,
    private readonly frame: Frame,
    private readonly readTag: ReadTag | null,
  ) {
    this.document = request.page.document;
    this.url = request.page.address?.() ?? this.document.location.href;
    this.sentence = paragraph(this.document, '');
    this.sentence.setAttribute('role', 'status');
    this.line = this.document.createElement('code');
    this.add = makeButton(this.document, text('panel_add'), () => void this.save());
    this.add.className = 'primary';
    this.synonyms = this.document.createElement('div');
    this.foot = this.document.createElement('div');
  }

  /** Draws the form into the frame. */
  draw(groups: readonly ChoiceGroup[]): void {
    const { body } = this.frame;
    body.append(...this.actionBoxes(), ...groups.map((group) => this.groupBox(group)));
    this.drawFoot();
    body.append(this.foot);
    body.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Enter' && event.target instanceof HTMLInputElement && !this.add.disabled) void this.save();
    });
    this.changed();
  }

  /** What the rule does, and in which colour where it highlights. */
  private actionBoxes(): HTMLElement[] {
    const actions = fieldset(this.document, text('panel_action'));
    const colours = fieldset(this.document, text('rule_colour'));
    colours.box.hidden = true;
    for (const [value, label] of ACTIONS) {
      actions.options.append(
        radio(this.document, 'action', text(label), value === this.action, () => {
          this.action = value;
          colours.box.hidden = value !== 'highlight';
          this.changed();
        }),
      );
    }
    for (const value of [undefined, ...COLOURS]) {
      const option = radio(this.document, 'colour', text(value === undefined ? 'colour_usual' : `colour_${value}`), value === undefined, () => {
        this.colour = value;
        this.changed();
      });
      if (value !== undefined) option.append(swatch(this.document, COLOUR_VALUES[value]));
      colours.options.append(option);
    }
    return [actions.box, colours.box];
  }

  /** What of one kind the rule can be about. */
  private groupBox(group: ChoiceGroup): HTMLElement {
    const { box, options } = fieldset(this.document, text(group.title));
    // Words that were selected were selected for this.
    const isChosen = group.field === 'summary';
    for (const choice of group.choices) {
      const option = checkbox(this.document, group.field === 'words' ? lengthText(choice.value) : choice.label, isChosen, (on) => {
        if (on) this.chosen.set(choice, group);
        else this.chosen.delete(choice);
        this.changed();
      });
      if (choice.themes !== undefined) option.append(' ', themeMark(this.document, choice.themes));
      options.append(option);
      if (isChosen) this.chosen.set(choice, group);
    }
    return box;
  }

  /** What the rule will be, and the way to add it. */
  private drawFoot(): void {
    this.foot.className = 'foot';
    this.foot.style.setProperty('--paper', paperOf(this.request.item));
    this.synonyms.append(
      checkbox(this.document, text('panel_synonyms'), false, (on) => {
        this.withSynonyms = on;
        this.changed();
      }),
    );
    const row = this.document.createElement('div');
    row.className = 'actions';
    row.append(this.add, this.line);
    this.foot.append(this.synonyms, this.sentence, row);
  }

  private get rule(): PageRule {
    return ruleOf(this.action, [...this.chosen.keys()], this.withSynonyms, this.colour);
  }

  /** Chosen tags of which the archive may know synonyms. */
  private get tags(): Choice[] {
    return [...this.chosen.keys()].filter(({ field }) => hasSynonyms(field));
  }

  private changed(): void {
    if (!connected()) return this.request.failed(this.document);
    const any = this.chosen.size > 0;
    this.add.disabled = !any;
    this.foot.classList.toggle('chosen', any);
    this.synonyms.hidden = this.readTag === null || this.tags.length === 0;
    this.sentence.textContent = any ? sentenceOf(this.action, this.chosen) : text('panel_choose');
    this.line.textContent = '';
    clearTimeout(this.timer);
    const asking = ++this.asked;
    if (any) this.timer = setTimeout(() => void this.preview(asking, TRIES), PAUSE);
  }

  private async preview(asking: number, tries: number): Promise<void> {
    const { page } = this.request;
    const works = [...page.states.values()].flatMap((state) => (state.work === null || state.muted ? [] : [state.work])).slice(0, MOST_WORKS);
    const { kind, own } = page.reader?.readPage() ?? { kind: 'work', own: false };
    const answer = await send('preview-rule', { url: this.url, page: kind, own, rule: this.rule, works }).catch(() => null);
    if (asking !== this.asked) return;
    if (answer === null) {
      if (tries > 1) this.timer = setTimeout(() => void this.preview(asking, tries - 1), PAUSE);
      return;
    }
    this.sentence.textContent = `${sentenceOf(this.action, this.chosen)} ${counted('panel_matches', answer.matches)}`;
    this.line.textContent = answer.text;
  }

  private async save(): Promise<void> {
    const { toast, failed } = this.request;
    try {
      const done = await send('rule-from-page', { url: this.url, rule: this.rule });
      this.frame.close();
      const added = text('panel_added', isolated(done.text));
      toast(this.document, added, done.undo);
      if (this.readTag === null || !this.withSynonyms) return;
      const said = await learnSynonyms(
        this.tags.map(({ value }) => value),
        this.readTag,
      );
      if (said.length > 0) toast(this.document, [added, ...said].join(' '), done.undo);
    } catch (error) {
      failed(this.document, error);
    }
  }
}

/** The colour that an element lies on, as the site's skin has it. */
function paperOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

const lengthText = (value: string): string => counted(value.startsWith('<') ? 'panel_shorter' : 'panel_longer', Number(value.slice(1)));
