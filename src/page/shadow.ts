import { text } from '../i18n';

type PartName = 'foldaway-fold' | 'foldaway-bar' | 'foldaway-gate' | 'foldaway-panel' | 'foldaway-mark';

/**
 * Where our elements are born: in the page's own document, a script that has defined a custom element of the same name
 * would get hold of the shadow root, closed as it is, by `attachInternals`. One for all: making a document costs more
 * than all the rest of an element.
 */
let nursery: Document | undefined;

/** Makes one of our elements with a closed shadow root, so that neither the page's styles nor its scripts reach what is inside. */
export function makePart(document: Document, name: PartName, css: string): { host: HTMLElement; root: ShadowRoot } {
  nursery ??= new Document();
  const host = nursery.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;
  // Our words have a language of their own, whatever that of the page is.
  host.lang = text('ui_language');
  host.dir = text('ui_direction');
  const root = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  return { host, root };
}

/** A real button. */
export function makeButton(document: Document, label: string, pressed: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  whenPressed(button, pressed);
  return button;
}

/** Presses made by scripts of the page are ignored. */
export function whenPressed(button: Element, pressed: () => void): void {
  button.addEventListener('click', (event) => {
    if (event.isTrusted) pressed();
  });
}

export function makeLink(document: Document, label: string, href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  return link;
}
