import { text } from '../i18n';
import { sayAtFoot } from './foot';
import { makeButton } from './shadow';

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
    const { host } = sayAtFoot(document, text('page_left_behind'), [
      makeButton(document, text('popup_reload'), () => document.location.reload()),
      makeButton(document, text('panel_close'), () => host.remove()),
    ]);
  };
}
