/** What the keyboard can reach, as far as our pages have it. */
const REACHED = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** An element around the focus, or the one that has it, and its place among its siblings. */
interface Step {
  element: Element;
  place: number;
}

/**
 * Keeps the place of whoever works by keyboard: where the control that has the focus is taken away (an entry of a
 * list that was removed, a form that is done), the browser would begin again at the top of the page. The focus goes to
 * the control that has come into its place, or to the first one around it.
 * @param page everything that the page draws; what stands outside of its `main` (lines said in passing) is left alone
 */
export function keepFocus(page: Element): void {
  let trail: Step[] = [];
  page.addEventListener('focusin', ({ target }) => {
    trail = target instanceof Element ? trailOf(target) : [];
  });
  const { ownerDocument: document } = page;
  new MutationObserver(() => {
    if (document.activeElement !== document.body || trail[0]?.element.isConnected !== false) return;
    const next = nextOf(trail);
    trail = [];
    // A list that is drawn only where the reader looks may have scrolled the control away.
    next?.focus({ preventScroll: true });
  }).observe(page, { childList: true, subtree: true });
}

/** From an element up to the `main` that it is in; empty where it is in none. */
function trailOf(target: Element): Step[] {
  const main = target.closest('main');
  const trail: Step[] = [];
  for (let element: Element | null = target; main !== null && element !== null; element = element === main ? null : element.parentElement) {
    trail.push({ element, place: placeOf(element) });
  }
  return trail;
}

const placeOf = (element: Element): number => [...(element.parentElement?.children ?? [])].indexOf(element);

/** An element, if the keyboard can reach it, and what it can reach inside, in the order of the page. */
const reachedOf = (element: Element): Element[] => [...(element.matches(REACHED) ? [element] : []), ...element.querySelectorAll(REACHED)];

function nextOf(trail: readonly Step[]): HTMLElement | undefined {
  const still = trail.findIndex(({ element }) => element.isConnected);
  const [target, gone, around] = [trail[0], trail[still - 1], trail[still]];
  if (target === undefined || gone === undefined || around === undefined) return undefined;
  const { children } = around.element;
  const instead = children[Math.min(gone.place, children.length - 1)];
  const controls = instead === undefined ? [] : reachedOf(instead);
  // Of the row that has moved up, the same control as in the one that is gone.
  const same = controls[Math.min(reachedOf(gone.element).indexOf(target.element), controls.length - 1)];
  return (same ?? trail.slice(still).flatMap(({ element }) => reachedOf(element))[0]) as HTMLElement | undefined;
}
