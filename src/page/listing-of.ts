/** As deep as sites pack their items: a list item, a container in it. */
const DEEPEST = 3;

const isList = (element: Element | null): boolean => element === null || element.localName === 'ol' || element.localName === 'ul';

/** Whether nothing of the site's own stands beside an element. */
function isAlone(element: Element): boolean {
  let [before, after] = [element.previousElementSibling, element.nextElementSibling];
  while (before?.localName.startsWith('foldaway-') === true) before = before.previousElementSibling;
  while (after?.localName.startsWith('foldaway-') === true) after = after.nextElementSibling;
  return before === null && after === null;
}

/**
 * The element that an item is listed in: its parent, or where each item is packed into an element of its own, the one around those.
 * @param items the other items of the page
 */
export function listingOf(item: Element, items: Iterable<Element>): Element | null {
  let pack = item;
  for (let deep = 0; deep < DEEPEST && !isList(pack.parentElement) && isAlone(pack); deep += 1) pack = pack.parentElement ?? pack;
  const around = pack.parentElement;
  if (pack === item || around === null) return item.parentElement;
  for (const other of items) if (!pack.contains(other) && around.contains(other)) return around;
  return item.parentElement;
}
