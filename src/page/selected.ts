/** What was selected when the last press began. */
let before: { at: Node; words: string } | null = null;

/** Keeps in mind what is selected when a press begins: browsers may take the selection away at a tap before it is a press of our button. */
export function rememberSelected(document: Document, signal: AbortSignal): void {
  const look = ({ isTrusted }: Event): void => {
    if (isTrusted) before = selectedNow(document);
  };
  for (const begin of ['pointerdown', 'keydown']) document.addEventListener(begin, look, { capture: true, passive: true, signal });
}

/** Words that the reader has selected in this element, to make a rule about them; empty when there are none. */
export function selectedIn(element: Element): string {
  const found = [selectedNow(element.ownerDocument), before].find((one) => one !== null && element.contains(one.at));
  return found?.words.slice(0, 100) ?? '';
}

function selectedNow(document: Document): typeof before {
  const selection = document.getSelection();
  const words = selection?.toString().trim().replace(/\s+/g, ' ') ?? '';
  return selection?.anchorNode == null || words === '' ? null : { at: selection.anchorNode, words };
}
