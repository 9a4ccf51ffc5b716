import { beforeEach, describe, expect, it } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { bringHandlers } from '../../entrypoints/background/bring';
import { askWoken } from '../../entrypoints/background/ask-tab';
import { browser } from '../../src/browser';

const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });

let injected: { target: object; files?: string[] }[];
/** What the page says when its lookout is called; undefined where there is none. */
let lookout: (() => Promise<true>) | undefined;
let answering: boolean;

describe('scripts that are brought into a page', () => {
  beforeEach(() => {
    injected = [];
    lookout = undefined;
    answering = false;
    define(browser, 'scripting', {
      executeScript: async (what: { target: object; files?: string[]; func?: () => unknown }) => {
        if (what.files !== undefined) injected.push(what);
        else return [{ result: (await lookout?.()) ?? null }];
        return [];
      },
    });
    define(browser.tabs, 'sendMessage', async () => {
      if (!answering) throw new Error('Receiving end does not exist.');
      return { ok: true, value: 'an answer' };
    });
  });

  it('come into the very document that asked, and in their order', async () => {
    const sender = { id: 'test', url: 'https://archiveofourown.org/tos', tab: { id: 4 }, documentId: 'D' } as unknown as Runtime.MessageSender;
    await bringHandlers['bring-scripts']({}, sender);
    expect(injected).toEqual([{ target: { tabId: 4, documentIds: ['D'] }, files: ['/content-scripts/archive.js', '/content-scripts/desk.js'] }]);
  });

  it('come into the page of the tab where the browser does not tell documents apart', async () => {
    await bringHandlers['bring-scripts']({}, { id: 'test', tab: { id: 4 } } as never);
    expect(injected[0]?.target).toEqual({ tabId: 4, frameIds: [0] });
  });

  it('are asked for by the lookout of a page that is to answer', async () => {
    lookout = async () => (answering = true);
    expect(await askWoken(4, 'report', {})).toBe('an answer');
  });

  it('are not waited for where there is no lookout', async () => {
    expect(await askWoken(4, 'report', {})).toBeNull();
    define(browser, 'scripting', { executeScript: () => Promise.reject(new Error('Cannot access contents of the page')) });
    expect(await askWoken(4, 'report', {})).toBeNull();
  });
});
