import { isOurs, unmark } from './mark';

export interface ItemEvents {
  /** Items that are complete and new, in document order. */
  found(items: Element[]): void;
  /** Items handed out before whose inside has changed since. */
  changed(items: Element[]): void;
  /** Items were taken away: counts are no longer true. */
  removed(): void;
}

/**
 * Finds items while the page is parsed and whenever it changes later, each in time that grows with the page and not
 * with its square. An item is handed out when its end tag has been parsed.
 *
 * While the page is parsed, what the parser reports is not looked at: thousands of records, whose nodes would all
 * have to be made known to this script, cost more than everything else. It appends, so what is new stands behind the
 * last item found. Nor is everything reported, once there is an item, but only what happens where the parser may be.
 * @param selector matches every element that may be an item
 * @param signal ends the watching
 * @returns forgets an item that was taken away: should it come back, it is handed out again
 */
export function watchItems(document: Document, selector: string, events: ItemEvents, signal: AbortSignal): (item: Element) => void {
  const known = new WeakSet<Element>();
  let incomplete: Element[] = [];
  let last: Element | null = null;
  const isParsing = (): boolean => document.readyState === 'loading';

  const note = (item: Element): void => {
    if (known.has(item)) return;
    known.add(item);
    // A verdict that it brings along is the page's own, or of an item that it was copied from.
    unmark(item);
    incomplete.push(item);
  };
  const noteIn = (root: ParentNode): void => {
    for (const item of root.querySelectorAll(selector)) note(item);
  };
  /** Notes what the parser has appended since. */
  const advance = (): void => {
    if (last?.isConnected === false) last = null;
    for (let next = last === null ? document.querySelector(selector) : nextMatch(last, selector); next !== null; next = nextMatch(next, selector)) {
      note(next);
      last = next;
    }
  };

  const watchAll = (): void => arrivals.observe(document, { childList: true, subtree: true });
  /** Watches the last item, what it is in, and the last child of the last child of each of these. */
  const watchParser = (): void => {
    arrivals.disconnect();
    if (last === null) return watchAll();
    for (let at: Element | null = last; at !== null; at = at.parentElement) {
      for (let tip: Element | null = at; tip !== null && (tip === at || !tip.contains(last)); tip = tip.lastElementChild) {
        arrivals.observe(tip, { childList: true });
      }
    }
  };

  const handOut = (): void => {
    const parsing = isParsing();
    const complete = incomplete.filter((item) => !parsing || isComplete(item));
    if (complete.length === 0) return;
    const done = new Set(complete);
    incomplete = incomplete.filter((item) => !done.has(item));
    const present = complete.filter((item) => item.isConnected);
    for (const item of present) changes.observe(item, { childList: true, subtree: true });
    if (present.length > 0) events.found(present);
  };

  const hasItem = (node: Node): boolean => known.has(node as Element) || ((node as Element).querySelector?.(selector) ?? null) !== null;

  const arrivals = new MutationObserver((records) => {
    if (isParsing()) {
      const before = last;
      advance();
      // While there is none, everything is watched already.
      if (before !== null || last !== null) watchParser();
      handOut();
      return;
    }
    let removed = false;
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE || isOurs(node)) continue;
        if ((node as Element).matches(selector)) note(node as Element);
        noteIn(node as Element);
      }
      removed ||= [...removedNodes].some(hasItem);
    }
    handOut();
    if (removed) events.removed();
  });

  /** Sees what happens inside items handed out; what is an item itself is left to `arrivals`. */
  const changes = new MutationObserver((records) => {
    const touched = new Set<Element>();
    for (const { target, addedNodes, removedNodes } of records) {
      if ([...addedNodes, ...removedNodes].every(isOurs)) continue;
      const item = (target as Element).closest(selector);
      if (item?.isConnected && !incomplete.includes(item)) touched.add(item);
    }
    if (touched.size > 0) events.changed([...touched]);
  });

  const parsed = (): void => {
    if (document.readyState !== 'interactive') return;
    arrivals.disconnect();
    watchAll();
    noteIn(document);
    // The last item of a page has nothing after it: the end of parsing completes it, and adds no node.
    handOut();
  };

  watchAll();
  document.addEventListener('readystatechange', parsed, { signal });
  signal.addEventListener(
    'abort',
    () => {
      arrivals.disconnect();
      changes.disconnect();
    },
    { once: true },
  );
  if (isParsing()) advance();
  else noteIn(document);
  handOut();
  return (item) => known.delete(item);
}

/** The next element that matches, in the order of the document. */
function nextMatch(after: Element, selector: string): Element | null {
  const inside = after.querySelector(selector);
  if (inside !== null) return inside;
  for (let element: Element | null = after; element !== null; element = element.parentElement) {
    for (let next = element.nextElementSibling; next !== null; next = next.nextElementSibling) {
      const match = next.matches(selector) ? next : next.querySelector(selector);
      if (match !== null) return match;
    }
  }
  return null;
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
