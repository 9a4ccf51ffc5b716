import { isOurs } from './mark';

export interface ItemEvents {
  /** Items that are complete and new, in document order. */
  found(items: Element[]): void;
  /** Items handed out before whose inside has changed since. */
  changed(items: Element[]): void;
}

/**
 * Finds items while the page is parsed and whenever it changes later. Only what a mutation brings is looked at, so
 * the cost grows with the page and not with its square. An item is handed out when its end tag has been parsed.
 * @param selector matches every element that may be an item
 * @param signal ends the watching
 */
export function watchItems(document: Document, selector: string, events: ItemEvents, signal: AbortSignal): void {
  const known = new Set<Element>();
  let incomplete: Element[] = [];

  const look = (root: Element, touched: Set<Element>): void => {
    if (isOurs(root)) return;
    if (root.matches(selector)) note(root, touched);
    if (root.firstElementChild !== null) for (const item of root.querySelectorAll(selector)) note(item, touched);
  };
  const note = (item: Element, touched: Set<Element>): void => {
    if (known.has(item)) return;
    known.add(item);
    touched.add(item);
    incomplete.push(item);
  };

  const handOut = (): void => {
    const parsing = document.readyState === 'loading';
    const complete = incomplete.filter((item) => !parsing || isComplete(item));
    if (complete.length === 0) return;
    const done = new Set(complete);
    incomplete = incomplete.filter((item) => !done.has(item));
    const present = complete.filter((item) => item.isConnected);
    if (present.length > 0) events.found(present);
  };

  const observer = new MutationObserver((records) => {
    const fresh = new Set<Element>();
    const changed = new Set<Element>();
    for (const record of records) {
      for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) look(node as Element, fresh);
      for (const node of record.removedNodes) if (!node.isConnected) known.delete(node as Element);
      if (![...record.addedNodes, ...record.removedNodes].some((node) => !isOurs(node))) continue;
      const item = (record.target as Element).closest?.(selector);
      if (item !== null && item !== undefined && known.has(item)) changed.add(item);
    }
    const waiting = new Set(incomplete);
    handOut();
    const rewritten = [...changed].filter((item) => !fresh.has(item) && !waiting.has(item) && item.isConnected);
    if (rewritten.length > 0) events.changed(rewritten);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // The last item of a page has nothing after it: the end of parsing completes it, and adds no node.
  document.addEventListener('readystatechange', handOut, { signal });
  look(document.documentElement, new Set());
  handOut();
}

/**
 * While a page is parsed, an element is complete once the parser has put something behind it, behind its list or
 * behind the box around that. No higher: other extensions append to the body of half a page.
 */
function isComplete(item: Element): boolean {
  let element: Element | null = item;
  for (let level = 0; level < 3 && element !== null; level += 1) {
    if (element.nextSibling !== null) return true;
    element = element.parentElement;
  }
  return false;
}
