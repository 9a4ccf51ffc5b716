import { send } from '../messages/send';
import { setCurtain } from './curtain';
import { type Bring, deskHere, enterLookout } from './desk-door';
import { isPrerendering, PATIENCE, RETRY_PAUSE } from './line';

/**
 * Looks out, on a page whose address does not say that it lists works, for what there is to do, and has the scripts
 * brought in that do it. Most of these pages need nothing else, so that this has to be small: whatever a script
 * touches first, the browser makes for it there and then.
 * @param items matches every element that may be an item
 * @param hasLinks whether the page, which is complete, links to works
 */
export function lookOut(document: Document, items: string, hasLinks: () => boolean): void {
  // Who comes by the address brings the desk along.
  if (deskHere() !== undefined) return;
  let brought: Promise<true> | undefined;
  const bring: Bring = () =>
    (brought ??= askPatiently(document).catch((error: unknown) => {
      brought = undefined;
      throw error;
    }));
  enterLookout(bring);

  const look = (): void => {
    const here = deskHere() !== undefined;
    if (!here && document.querySelector(items) === null) return;
    arrivals.disconnect();
    if (here) return;
    // Items of an unknown page may bring along what looks like a verdict. Who is brought in lowers the curtain.
    setCurtain(document, 'all');
    bring().catch(() => setCurtain(document, 'up'));
  };
  const arrivals = new MutationObserver(look);
  arrivals.observe(document, { childList: true, subtree: true });
  const parsed = (): void => {
    if (deskHere() === undefined && hasLinks()) bring().catch(() => {});
  };
  if (document.readyState === 'loading') return document.addEventListener('DOMContentLoaded', parsed);
  look();
  parsed();
}

/** @throws when nobody has done it after as long as items may be covered */
async function askPatiently(document: Document): Promise<true> {
  // No tab shows a page that the browser renders in advance.
  if (isPrerendering(document)) await new Promise((seen) => document.addEventListener('prerenderingchange', seen, { once: true }));
  const until = performance.now() + PATIENCE;
  const ask = async (): Promise<true> => {
    for (;;) {
      try {
        await send('bring-scripts', {});
        return true;
      } catch (error) {
        // The browser may stop the background at any moment, also once it has done what it was asked for.
        if (deskHere() !== undefined) return true;
        if (performance.now() >= until) throw error;
        await new Promise((again) => setTimeout(again, RETRY_PAUSE));
      }
    }
  };
  const end = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('Nobody brings the scripts')), PATIENCE));
  return Promise.race([ask(), end]);
}
