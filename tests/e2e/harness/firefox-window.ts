import type { Page } from 'puppeteer-core';
import type { Command } from '../../../tools/browsers/firefox';
import { inFirefoxItself } from './firefox-itself';

/*
 * What stands around a page in Firefox: the menu of the right button and the prompts of the browser, which no page
 * reaches.
 */

interface Widget extends HTMLElement {
  state: 'open' | 'showing' | 'hiding' | 'closed';
  hidePopup(): void;
  activateItem(item: Element): void;
}
interface Prompt extends HTMLElement {
  button: HTMLElement;
  secondaryButton: HTMLElement;
}

export interface FirefoxWindow {
  /** Presses the right button on an element; resolves with the words of the extension's entries in the menu that opens. */
  menuOn(page: Page, selector: string): Promise<string[]>;
  /** Presses the extension's entry with these words in the menu that is open, or closes the menu when null. */
  choose(entry: string | null): Promise<void>;
  /** Answers the prompt about a permission once it is there; resolves with its words, when it is gone. */
  answer(how: 'allow' | 'refuse'): Promise<string>;
}

export function firefoxWindow(command: Command): FirefoxWindow {
  const inWindow = <Given extends string | null, T>(act: (given: Given) => T, given: Given): Promise<T> => inFirefoxItself(command, act, given);
  async function once<T extends string>(look: () => T | null): Promise<T> {
    for (const end = performance.now() + 10_000; performance.now() < end;) {
      const seen = await inWindow<null, T | null>(look, null);
      if (seen !== null) return seen;
    }
    throw new Error(`Firefox shows no such thing: ${look.toString()}`);
  }

  return {
    menuOn: async (page, selector) => {
      await page.bringToFront();
      await page.click(selector, { button: 'right' });
      const words = await once(() => {
        const menu = document.getElementById('contentAreaContextMenu') as Widget | null;
        const ours = [...(menu?.children ?? [])].filter(({ id }) => id.startsWith('foldaway_'));
        return menu?.state === 'open' ? JSON.stringify(ours.map((entry) => entry.getAttribute('label'))) : null;
      });
      return JSON.parse(words) as string[];
    },
    choose: async (entry) => {
      await inWindow((wanted) => {
        const menu = document.getElementById('contentAreaContextMenu') as Widget;
        if (wanted === null) return menu.hidePopup();
        const item = [...menu.children].find((one) => one.id.startsWith('foldaway_') && one.getAttribute('label') === wanted);
        if (item === undefined) throw new Error(`No entry ${wanted}`);
        menu.activateItem(item);
      }, entry);
      await once(() => ((document.getElementById('contentAreaContextMenu') as Widget | null)?.state === 'closed' ? 'closed' : null));
    },
    answer: async (how) => {
      const words = await once(() => {
        const panel = document.getElementById('notification-popup') as Widget | null;
        const prompt = panel?.querySelector('#addon-webext-permissions-notification');
        return panel?.state === 'open' && prompt != null ? (prompt.textContent ?? '') : null;
      });
      await inWindow((wanted) => {
        const prompt = document.getElementById('addon-webext-permissions-notification') as Prompt;
        (wanted === 'allow' ? prompt.button : prompt.secondaryButton).click();
      }, how);
      await once(() => ((document.getElementById('notification-popup') as Widget | null)?.state === 'closed' ? 'closed' : null));
      return words;
    },
  };
}
