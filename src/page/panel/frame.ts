import { text } from '../../i18n';
import { PANEL_CSS } from './panel-look';
import type { PanelOpening } from '../panel-door';
import { makeButton, makePart } from '../shadow';

export interface Frame {
  body: HTMLElement;
  close(): void;
}

let open: Frame | undefined;

/**
 * An open panel in an item, with heading and a way to close it; one at a time. Escape closes it, and the
 * focus goes back to where it came from.
 */
export function openFrame({ item, after, focusBack }: Pick<PanelOpening, 'item' | 'after' | 'focusBack'>, title: string): Frame {
  open?.close();
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-panel', PANEL_CSS);
  host.setAttribute('open', '');
  // In front of a work it is as wide as the notice that it belongs to.
  host.classList.toggle('gate', item.querySelector(':scope > foldaway-gate') !== null);
  const section = document.createElement('section');
  section.setAttribute('aria-labelledby', 'title');
  const head = document.createElement('div');
  head.className = 'head';
  const heading = document.createElement('h5');
  heading.id = 'title';
  heading.tabIndex = -1;
  heading.textContent = title;
  const body = document.createElement('div');
  const frame: Frame = {
    body,
    close() {
      const hadFocus = root.activeElement !== null;
      host.remove();
      if (open === frame) open = undefined;
      if (hadFocus) focusBack();
    },
  };
  head.append(
    heading,
    makeButton(document, text('panel_close'), () => frame.close()),
  );
  section.append(head, body);
  root.append(section);
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.stopPropagation();
    frame.close();
  });
  if (after?.isConnected === true) after.after(host);
  else item.append(host);
  host.scrollIntoView({ block: 'nearest' });
  heading.focus({ preventScroll: true });
  open = frame;
  return frame;
}
