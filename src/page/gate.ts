import type { Verdict } from '../domain/verdict';
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
  /** What the work is; behind a press, since a tag can be the trigger. */
  details(made: (details: HTMLElement) => void): void;
}

interface Gate {
  host: HTMLElement;
  root: ShadowRoot;
}

const gates = new WeakMap<Element, Gate>();

/** Draws the notice in front of a work, as first child of the element that holds it. */
export function drawGate(main: Element, verdict: Verdict, actions: GateActions): void {
  const gate = gates.get(main) ?? makePart(main.ownerDocument, 'foldaway-gate', GATE_CSS);
  gates.set(main, gate);
  gate.root.querySelector('section')?.remove();
  gate.root.append(notice(main.ownerDocument, verdict, actions));
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

function notice(document: Document, verdict: Verdict, actions: GateActions): HTMLElement {
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
  const ask = makeButton(document, text('fold_why'), () => actions.why(() => ask.focus()));
  const press = makeButton(document, text('gate_tags'), () => {
    const details = section.querySelector<HTMLElement>('.details');
    if (details === null) actions.details((made) => section.querySelector('.details') ?? tell(section.appendChild(made)));
    else {
      details.hidden = !details.hidden;
      tell(details);
    }
  });
  const tell = ({ hidden }: HTMLElement): void => {
    press.setAttribute('aria-expanded', String(!hidden));
    press.textContent = text(hidden ? 'gate_tags' : 'gate_tags_hide');
  };
  const more = document.createElement('div');
  more.className = 'press';
  more.append(ask, press);
  press.setAttribute('aria-expanded', 'false');
  section.append(heading, why, choices, more);
  return section;
}
