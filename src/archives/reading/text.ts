/** Limits of the message schema: far above what archives allow, so that a hostile page cannot fill the worker. */
const NAME_LIMIT = 1000;
const TEXT_LIMIT = 20_000;

/** White space squeezed, and cut at the longest name that is judged. */
export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, NAME_LIMIT);

/** An element's text on one line; what a site skin hides counts as well. */
export const line = (node: Node | null): string => clean(node?.textContent ?? '');

const BLOCK = /^(?:P|DIV|BR|LI|[UO]L|BLOCKQUOTE|H[1-6R]|T[DHR]|D[TLD]|PRE|TABLE|CENTER|DETAILS|SUMMARY|FIGURE)$/;

/**
 * Text of a summary or a note: one line a paragraph, so that the last word of one and the first of the next stay
 * two words. `null` when there is none.
 */
export function paragraphs(element: Element | null): string | null {
  let text = '';
  if (element !== null) {
    const walker = element.ownerDocument.createTreeWalker(element, 5 /* elements and text */);
    for (let node = walker.nextNode(); node !== null && text.length < TEXT_LIMIT * 2; node = walker.nextNode()) {
      if (BLOCK.test(node.nodeName) || BLOCK.test(node.previousSibling?.nodeName ?? '')) text += '\n';
      if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    }
  }
  return (
    text
      .replace(/ +/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim()
      .slice(0, TEXT_LIMIT) || null
  );
}

/** Percent-encoding undone; text that is not valid percent-encoding stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address made absolute; `null` for an empty one, and for what is none of the web's or unreasonably long. */
export function absolute(href: string, base: URL): string | null {
  try {
    const address = href && new URL(href, base).href;
    // It becomes a link in our own pages: nothing that runs.
    return /^https?:/.test(address) && address.length <= 2000 ? address : null;
  } catch {
    return null;
  }
}
