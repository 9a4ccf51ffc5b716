import { text } from '../i18n';
import { TOAST_CSS } from './look';
import { makeButton, makePart } from './shadow';

/**
 * Makes the line for a page that outlives the extension: it stays as it is, what is folded can be shown, and only a
 * reload makes it filtered again. Its words are among those that the background hands to every page.
 * @returns says it at the foot of the window; once, however often it is called
 */
export function makeFarewell(): (document: Document) => void {
  let said = false;
  return (document) => {
    if (said) return;
    said = true;
    const { host, root } = makePart(document, 'foldaway-panel', TOAST_CSS);
    const box = document.createElement('div');
    box.className = 'toast';
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    box.append(
      status,
      makeButton(document, text('popup_reload'), () => document.location.reload()),
      makeButton(document, text('panel_close'), () => host.remove()),
    );
    root.append(box);
    document.body.append(host);
    // Written into a region that is there already, so that screen readers announce it.
    status.textContent = text('page_left_behind');
  };
}
