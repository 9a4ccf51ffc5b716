import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../domain/vocabulary';
import type { Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import { text } from '../i18n';
import { GATE_CSS } from './look';
import { reasonText } from './reason';
import { makeButton, makePart } from './shadow';

export interface GateActions {
  back(): void;
  read(): void;
  /** Null where no rule could name the work. */
  always: (() => void) | null;
  /** Explains, and gives the focus back afterwards. */
  why(focusBack: () => void): void;
}

interface Gate {
  host: HTMLElement;
  root: ShadowRoot;
}

const gates = new WeakMap<Element, Gate>();

/** Draws the notice in front of a work, as first child of the element that holds it. */
export function drawGate(main: Element, verdict: Verdict, work: Work, actions: GateActions): void {
  const gate = gates.get(main) ?? makePart(main.ownerDocument, 'foldaway-gate', GATE_CSS);
  gates.set(main, gate);
  gate.root.querySelector('section')?.remove();
  gate.root.append(notice(main.ownerDocument, verdict, work, actions));
  if (gate.host.parentNode !== main) main.prepend(gate.host);
}

/** Takes the notice away; the focus moves into the work. */
export function removeGate(main: Element): void {
  const gate = gates.get(main);
  if (gate === undefined) return;
  const focused = main.ownerDocument.activeElement === gate.host;
  gate.host.remove();
  gates.delete(main);
  if (focused) main.querySelector<HTMLElement>('a[href], button')?.focus({ preventScroll: true });
}

function notice(document: Document, verdict: Verdict, work: Work, actions: GateActions): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.id = 'heading';
  heading.textContent = text('gate_title');
  section.setAttribute('aria-labelledby', 'heading');
  const why = document.createElement('p');
  why.className = 'reason';
  why.textContent = reasonText(verdict);
  const choices = document.createElement('div');
  choices.className = 'choices';
  const back = makeButton(document, text('gate_back'), actions.back);
  back.className = 'first';
  choices.append(
    back,
    makeButton(document, text('gate_read'), actions.read),
    ...(actions.always === null ? [] : [makeButton(document, text('gate_always'), actions.always)]),
  );
  const details = detailsOf(document, work);
  const ask = makeButton(document, text('fold_why'), () => actions.why(() => ask.focus()));
  const press = makeButton(document, text('gate_tags'), () => {
    details.hidden = !details.hidden;
    press.setAttribute('aria-expanded', String(!details.hidden));
    press.textContent = text(details.hidden ? 'gate_tags' : 'gate_tags_hide');
  });
  const more = document.createElement('div');
  more.className = 'press';
  more.append(ask, press);
  press.setAttribute('aria-expanded', 'false');
  section.append(heading, why, choices, more, details);
  return section;
}

/** What the work is, without its words: title, creators and tags. Behind a press, since a tag can be the trigger. */
function detailsOf(document: Document, work: Work): HTMLElement {
  const box = document.createElement('div');
  box.className = 'details';
  box.hidden = true;
  const title = document.createElement('p');
  const creators = work.anonymous && work.creators.length === 0 ? text('gate_anonymous') : work.creators.map(({ name }) => name).join(text('fold_separator'));
  title.textContent = `${work.title ?? ''} ${text('gate_by', creators)}`;
  title.dir = 'auto';
  const list = document.createElement('dl');
  const rows = [
    ['gate_rating', namesOf(RATINGS, work.ratings)],
    ['gate_warnings', namesOf(WARNINGS, work.warnings)],
    ['gate_categories', namesOf(CATEGORIES, work.categories)],
    ['gate_fandoms', work.fandoms],
    ['gate_relationships', work.relationships],
    ['gate_characters', work.characters],
    ['gate_freeforms', work.freeforms],
    ['gate_series', work.series.map((series) => series.title)],
  ] as const;
  for (const [label, names] of rows) {
    if (names.length === 0) continue;
    const term = document.createElement('dt');
    term.textContent = text(label);
    const value = document.createElement('dd');
    value.textContent = names.join(text('fold_separator'));
    value.dir = 'auto';
    list.append(term, value);
  }
  const covered = document.createElement('p');
  covered.className = 'small';
  covered.textContent = text('gate_covered');
  box.append(title, list, covered);
  return box;
}

const namesOf = <Code extends string>(terms: readonly Term<Code>[], codes: readonly Code[]): string[] =>
  codes.flatMap((code) => terms.find((term) => term.code === code)?.names[0] ?? []);
