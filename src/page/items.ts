import { isOurs } from './mark';

export interface ItemEvents {
  /** Items that are complete and new, in document order. */
  found(items: Element[]): void;
  /** Items handed out before whose inside has changed since. */
  changed(items: Element[]): void;
  /** Items were taken away: counts are no longer true. */
  removed(): void;
}

/**
 * Finds items while the page is parsed and whenever it changes later. Only what a mutation brings is looked at, so
 * the cost grows with the page and not with its square. An item is handed out when its end tag has been parsed.
 * @param selector matches every element that may be an item
 * @param signal ends the watching
 */
export function watchItems(document: Document, selector: string, events: ItemEvents, signal: AbortSignal): void {
  const known = new WeakSet<Element>();
  let incomplete: Element[] = [];

  const note = (item: Element): void => {
    if (known.has(item)) return;
    known.add(item);
    incomplete.push(item);
  };
  const look = (root: Element): void => {
    if (isOurs(root)) return;
    if (root.matches(selector)) note(root);
    if (root.firstElementChild !== null) for (const item of root.querySelectorAll(selector)) note(item);
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

  const hasItem = (node: Node): boolean => known.has(node as Element) || ((node as Element).querySelector?.(selector) ?? null) !== null;

  const observer = new MutationObserver((records) => {
    // The parser reports each node by itself; what lies inside a node that is new itself is seen with that one.
    const fresh = new Set<Node>();
    const touched = new Set<Node>();
    let removed = false;
    for (const { target, addedNodes, removedNodes } of records) {
      const inside = fresh.has(target);
      let own = true;
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          fresh.add(node);
          if (!inside) look(node as Element);
        }
        own &&= isOurs(node);
      }
      if (removedNodes.length > 0) {
        removed ||= [...removedNodes].some(hasItem);
        own &&= [...removedNodes].every(isOurs);
      }
      if (!inside && !own) touched.add(target);
    }
    const waiting = new Set(incomplete);
    const handedOut = [...touched].map((node) => (node as Element).closest?.(selector)).filter((item) => item != null && known.has(item) && !waiting.has(item));
    handOut();
    const changed = [...new Set(handedOut)].filter((item) => item != null && item.isConnected) as Element[];
    if (changed.length > 0) events.changed(changed);
    if (removed) events.removed();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // The last item of a page has nothing after it: the end of parsing completes it, and adds no node.
  document.addEventListener('readystatechange', handOut, { signal });
  look(document.documentElement);
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
