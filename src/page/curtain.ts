/**
 * The curtain keeps items out of sight until they are judged. The style sheet of the content script does the
 * covering; this file only sets its states, in an attribute of the root element:
 * - none: the script has not run (yet); the style sheet covers by itself and lifts by itself after 1.5 s
 * - `down`: unjudged items are covered
 * - `all`: every item is covered, also judged ones (a page kept by the browser may hold verdicts of old rules; the scripts that judge may still be to come)
 * - `up`: nothing is covered
 */
type CurtainState = 'down' | 'all' | 'up';

const ATTRIBUTE = 'data-foldaway-curtain';

export function setCurtain(document: Document, state: CurtainState): void {
  document.documentElement.setAttribute(ATTRIBUTE, state);
}

/** Leaves a page that is none of ours as it was. */
export function removeCurtain(document: Document): void {
  document.documentElement.removeAttribute(ATTRIBUTE);
}
