/* The few ways in which adapters look at a page; short names here make all adapters small. */

/** Whether an element has a class; the list of classes is only made where the plain text leaves it open. */
export function has(element: Element | null, token: string): boolean {
  const names = element?.getAttribute('class') ?? '';
  return names === token || (names.includes(token) && element?.classList.contains(token) === true);
}

export const one = (root: ParentNode | null, selector: string): Element | null => root?.querySelector(selector) ?? null;

export const all = (root: ParentNode | null, selector: string): Element[] => [...(root?.querySelectorAll(selector) ?? [])];

/** The address in a link as the page writes it; empty for no link. */
export const hrefOf = (link: Element | null): string => link?.getAttribute('href') ?? '';

/** The first group of a pattern in a text. */
export const group = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null;
