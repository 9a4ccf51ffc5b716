import { options } from 'preact';

/* Finds things on a page as a reader does, by role and words, and acts on them. */

// Effects wait for a frame, and nothing paints here.
options.requestAnimationFrame = (run) => void setTimeout(run, 0);

const roles: Record<string, string> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  switch: '[role=switch]',
  text: 'input:is([type=text], [type=search], [type=url], [type=password]), textarea',
  heading: 'h1, h2, h3',
};

const squeezed = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();

function nameOf(element: Element): string {
  const label =
    element.getAttribute('aria-label') ??
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : null);
  return squeezed(label ?? element.textContent);
}

/** Every element of a role with that name, in the order of the page. */
export function all<T extends HTMLElement = HTMLElement>(role: keyof typeof roles, name: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(roles[role] ?? role)].filter((element) => nameOf(element) === name);
}

/** The first of them. @throws when there is none, with what is there instead */
export function get<T extends HTMLElement = HTMLElement>(role: keyof typeof roles, name: string, within: ParentNode = document): T {
  const [found] = all<T>(role, name, within);
  if (found !== undefined) return found;
  const there = [...within.querySelectorAll(roles[role] ?? role)].map(nameOf).join(' | ');
  throw new Error(`no ${role} "${name}"; there are: ${there}`);
}

/** All text of an element; words of different elements are kept apart. */
export function words(element: Element = document.body): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '');
  return squeezed(texts.join(' ')).replace(/ ([,.:!?])/g, '$1');
}

/** Lets answers arrive and the page be drawn. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

export async function press(element: HTMLElement): Promise<void> {
  element.click();
  await settle();
}

export async function type(field: HTMLElement, value: string): Promise<void> {
  (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

/** Enter in a field of a form: what the browser makes of it. */
export async function submit(field: HTMLElement): Promise<void> {
  (field as HTMLInputElement).form?.requestSubmit();
  await settle();
}
