import { text } from '../i18n';
import { send } from '../messages/send';
import { MARK_CSS } from './look';
import { makePart } from './shadow';

/** More links to works than a page of subscriptions has; the rest of a stranger page is left alone. */
const MOST = 300;

/**
 * Puts a small mark behind links to works that are known to match a rule. Only what was judged before is known:
 * nothing is requested from the archive.
 * @param links the links with the numbers of their works
 */
export async function markKnownLinks(document: Document, links: readonly { link: Element; id: string }[]): Promise<void> {
  const asked = links.slice(0, MOST);
  if (asked.length === 0) return;
  const known = new Set(await send('known-works', { url: document.location.href, ids: [...new Set(asked.map(({ id }) => id))] }).catch(() => []));
  for (const { link, id } of asked) {
    const marked = link.nextSibling?.nodeName === 'FOLDAWAY-MARK';
    if (!known.has(id) && marked) link.nextElementSibling?.remove();
    if (known.has(id) && !marked) link.after(makeMark(document));
  }
}

function makeMark(document: Document): HTMLElement {
  const { host, root } = makePart(document, 'foldaway-mark', MARK_CSS);
  const mark = document.createElement('span');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', text('mark_known'));
  mark.title = text('mark_known');
  root.append(mark);
  return host;
}
