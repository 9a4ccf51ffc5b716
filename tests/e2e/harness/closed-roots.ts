import type { Page } from 'playwright-core';
import type { Tab } from './reader';

interface Node {
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  children?: Node[];
  shadowRoots?: Node[];
}

/**
 * The text inside an element that keeps its contents in a closed shadow root, as a reader sees it. Only Chromium's
 * debugging protocol looks in there.
 */
export async function textInside(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (nodeId === 0) throw new Error(`Nothing matches ${selector}`);
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });
    return textOf(node as Node)
      .replace(/\s+/g, ' ')
      .trim();
  } finally {
    await session.detach();
  }
}

function textOf(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeType === 3) return node.nodeValue;
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(' ');
}

/**
 * Presses a button inside one of our elements, as a reader without a mouse does.
 * @param button its place among what the element lets the keyboard reach, from 1
 */
export async function pressInside(tab: Tab, host: string, button: number): Promise<void> {
  await tab.tabTo(host);
  for (let at = 1; at < button; at++) await tab.key('Tab');
  await tab.key('Enter');
}
