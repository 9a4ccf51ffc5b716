import type { Tab } from './reader';

/*
 * For a build whose shadow roots are open (withOpenRoots in mutants.ts): the same in both browsers.
 */

/** A real press with the mouse on the first button or label inside one of our elements that carries these words. */
export async function pressWords(tab: Tab, host: string, words: string): Promise<void> {
  await tab.until(([where, wanted]) => [...document.querySelectorAll(where)].some((one) => [...(one.shadowRoot?.querySelectorAll('button, label') ?? [])].some((part) => part.textContent?.includes(wanted) === true && part.checkVisibility())), [host, words] as const);
  const { x, y } = await tab.evaluate(
    ([where, wanted]) => {
      const parts = [...document.querySelectorAll(where)].flatMap((one) => [...(one.shadowRoot?.querySelectorAll('button, label') ?? [])]);
      const part = parts.find((one) => one.textContent?.includes(wanted) === true && one.checkVisibility());
      part?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [host, words] as const,
  );
  await tab.pressAt(x, y);
}
