import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Action } from '../../../src/domain/verdict';
import type { Answers, Reply, RequestName } from '../../../src/messages/table';
import { type ChromiumOptions, startChromium } from './chromium';
import { startFirefox, type FirefoxOptions } from './firefox';
import { chromiumTab, firefoxTab, type Tab } from './tab';

export type { Tab };

/** What pages of the extension call the extension API, in both browsers. */
declare const chrome: ExtensionApi;

/** A person with a browser that has the extension: what the tests are written in. */
export interface Reader {
  browser: 'chromium' | 'firefox';
  /** A new tab, empty unless an address is given. */
  tab(address?: string): Promise<Tab>;
  /** A page of the extension, such as `popup.html?tab=1`. */
  own(path: string): Promise<Tab>;
  /** Speaks to the background as a page of the extension does; fails when it refuses. */
  send<Name extends RequestName>(name: Name, body: object): Promise<Answers[Name]>;
  addRules(text: string): Promise<string[]>;
  removeAllRules(): Promise<void>;
  /** The text on the toolbar button for the tab with this address; the number of that tab. */
  badge(address: string): Promise<string>;
  tabNumber(address: string): Promise<number>;
  /** Lets the background fall asleep, as the browser does when it has had nothing to do for a while. */
  sleep(): Promise<void>;
  close(): Promise<void>;
}

/** Firefox cannot be told to end a background; it ends one that is idle for this long. */
const FIREFOX_IDLE_MS = 500;

export const BROWSERS = ['chromium', 'firefox'] as const;

export type ReaderOptions = Pick<ChromiumOptions, 'port' | 'viewport' | 'extension' | 'alsoHosts' | 'profile'> & {
  /** Preferences for Firefox. */
  preferences?: FirefoxOptions['preferences'];
};

/** Starts a browser with the extension. The caller closes it; `openReader` of open.ts makes one that is closed by itself. */
export async function startReader(browser: Reader['browser'], options: ReaderOptions): Promise<Reader> {
  return browser === 'chromium' ? chromiumReader(options) : firefoxReader(options);
}

async function chromiumReader(options: ChromiumOptions): Promise<Reader> {
  const chromium = await startChromium(options);
  return withVoice('chromium', {
    tab: async (address) => {
      const page = await chromium.context.newPage();
      const tab = chromiumTab(page);
      if (address !== undefined) await tab.goto(address);
      return tab;
    },
    own: async (path) => chromiumTab(await chromium.openOwn(path)),
    sleep: chromium.stopWorker,
    close: chromium.close,
  });
}

async function firefoxReader(options: ReaderOptions): Promise<Reader> {
  const firefox = await startFirefox({ ...options, preferences: { 'extensions.background.idle.timeout': FIREFOX_IDLE_MS, ...options.preferences } });
  return withVoice('firefox', {
    tab: async (address) => {
      const tab = firefoxTab(await firefox.browser.newPage());
      if (address !== undefined) await tab.goto(address);
      return tab;
    },
    own: async (path) => firefoxTab(await firefox.openOwn(path), true),
    sleep: async (voice) => {
      for (let tries = 0; tries < 20; tries++) {
        await new Promise((later) => setTimeout(later, FIREFOX_IDLE_MS * 2));
        if (await voice.evaluate(() => chrome.extension.getBackgroundPage() === null, null)) return;
      }
      throw new Error('The background does not fall asleep');
    },
    close: firefox.close,
  });
}

/** Adds what is said through a page of the extension, which is opened when it is first needed and stays open. */
function withVoice(browser: Reader['browser'], base: Pick<Reader, 'tab' | 'own' | 'close'> & { sleep(voice: Tab): Promise<void> }): Reader {
  let opened: Promise<Tab> | undefined;
  const voice = (): Promise<Tab> => (opened ??= base.own('options.html'));
  const inside = async <A, T>(act: (argument: A) => T | Promise<T>, argument: A): Promise<T> => (await voice()).evaluate(act, argument);
  const send = async <Name extends RequestName>(name: Name, body: object): Promise<Answers[Name]> => {
    const reply = await inside((message) => chrome.runtime.sendMessage(message) as Promise<Reply<Answers[Name]>>, { name, body });
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code} ${reply.error.detail}`);
    return reply.value;
  };
  return {
    ...base,
    browser,
    send,
    sleep: async () => base.sleep(await voice()),
    addRules: async (text) => {
      const { ids, unreadable } = await send('add-rules', { text });
      if (unreadable.length > 0) throw new Error(`These lines are no rules: ${unreadable.map((line) => line.text).join(' | ')}`);
      return ids;
    },
    removeAllRules: async () => {
      const { rules } = await send('get-rules', {});
      if (rules.length > 0) await send('remove-rules', { ids: rules.map((rule) => rule.id) });
    },
    tabNumber: (address) => inside(async (url) => (await chrome.tabs.query({ url: `${url}*` }))[0]?.id ?? -1, address),
    badge: (address) => inside(async (url) => chrome.action.getBadgeText({ tabId: (await chrome.tabs.query({ url: `${url}*` }))[0]?.id ?? -1 }), address),
  };
}

/** The verdict on each item of a page by its id; null for one that is not judged. */
export const verdicts = (tab: Tab): Promise<Record<string, Action | null>> =>
  tab.evaluate(() => {
    const items = [...document.querySelectorAll('li.blurb[id]')];
    return Object.fromEntries(items.map((item) => [item.id, item.getAttribute('data-foldaway') as Action | null]));
  }, null);

/** Waits until these items have these verdicts. */
export const judgedAs = (tab: Tab, expected: Record<string, Action>): Promise<void> =>
  tab.until((wanted) => Object.entries(wanted).every(([id, action]) => document.getElementById(id)?.getAttribute('data-foldaway') === action), expected);

/** Waits until the text of an element holds these words. */
export const says = (tab: Tab, selector: string, words: string): Promise<void> =>
  tab.until(([wanted, part]) => document.querySelector(wanted ?? '')?.textContent?.includes(part ?? '') === true, [selector, words]);

/** Whether an element of the page can be seen. */
export const visible = (tab: Tab, selector: string): Promise<boolean> =>
  tab.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false, selector);

/** A real press on the button with these words, once it is there. */
export async function pressNamed(tab: Tab, words: string): Promise<void> {
  await tab.until((wanted) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === wanted && !one.disabled && one.checkVisibility());
    for (const old of document.querySelectorAll('[data-to-press]')) if (old !== button) old.removeAttribute('data-to-press');
    button?.setAttribute('data-to-press', '');
    return button !== undefined;
  }, words);
  await tab.press('[data-to-press]');
}

/** A selector for the field with this label, once it is there. */
export async function fieldNamed(tab: Tab, label: string): Promise<string> {
  await tab.until((wanted) => [...document.querySelectorAll('label')].some((one) => one.textContent?.trim() === wanted), label);
  const id = await tab.evaluate((wanted) => [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === wanted)?.htmlFor ?? '', label);
  return `[id="${id}"]`;
}
