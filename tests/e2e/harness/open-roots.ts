import type { Tab } from './reader';

/*
 * For a build whose shadow roots are open (withOpenRoots in mutants.ts): the same in both browsers.
 */

/** A real press with the mouse, or a tap with a finger, on the first button or label inside one of our elements that carries these words. */
export async function pressWords(tab: Tab, host: string, words: string, how: 'pressAt' | 'tapAt' = 'pressAt'): Promise<void> {
  const { x, y } = await placeOf(tab, host, words);
  await tab[how](x, y);
}

/** The same with a finger. */
export async function tapWords(tab: Tab, host: string, words: string): Promise<void> {
  const { x, y } = await placeOf(tab, host, words);
  await tab.tapAt(x, y);
}

/** Where in the window it is, once it is there. */
async function placeOf(tab: Tab, host: string, words: string): Promise<{ x: number; y: number }> {
  await tab.until(
    ([where, wanted]) =>
      [...document.querySelectorAll(where)].some((one) =>
        [...(one.shadowRoot?.querySelectorAll('button, label') ?? [])].some((part) => part.textContent?.includes(wanted) === true && part.checkVisibility()),
      ),
    [host, words] as const,
  );
  return tab.evaluate(
    async ([where, wanted]) => {
      const parts = [...document.querySelectorAll(where)].flatMap((one) => [...(one.shadowRoot?.querySelectorAll('button, label') ?? [])]);
      const part = parts.find((one) => one.textContent?.includes(wanted) === true && one.checkVisibility());
      const box = (): DOMRect => part?.getBoundingClientRect() ?? new DOMRect();
      if (box().top < 0 || box().bottom > innerHeight) {
        part?.scrollIntoView({ block: 'center' });
        // A press goes to what is painted there, which is where it was before the scrolling for another frame.
        for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      }
      const { left, top, width, height } = box();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [host, words] as const,
  );
}
