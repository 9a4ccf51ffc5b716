import { beforeEach, describe, expect, it } from 'vitest';
import { answerCommands, commandPressed } from '../../entrypoints/background/commands';
import { Pauses } from '../../entrypoints/background/pause';
import { browser } from '../../src/browser';
import type { PageReport } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { FakeScripting } from './fake-scripting';

const TAB = { id: 7 } as never;
const pauses = new Pauses({ load: async () => ({ revision: 1, settings: new Map() }) } as unknown as Store);

/** What tabs were told, and what they answer to each message. */
let told: { name: string; body: unknown }[];
let answers: Record<string, unknown>;
let kept: Record<string, unknown>;
let listeners: ((command: string, tab: never) => void)[];

const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });

describe('a shortcut of the browser', () => {
  beforeEach(() => {
    void new FakeScripting();
    told = [];
    answers = { focused: true };
    kept = {};
    listeners = [];
    define(browser.tabs, 'query', async (what: { active?: boolean }) => (what.active === true ? [TAB] : []));
    define(browser.tabs, 'sendMessage', async (_tab: number, message: { name: string; body: unknown }) => {
      told.push(message);
      return { ok: true, value: answers[message.name] ?? null };
    });
    define(browser, 'storage', { session: { get: async () => structuredClone(kept), set: async (values: object) => void Object.assign(kept, values) } });
    define(browser, 'alarms', { create: async () => undefined, clear: async () => true });
    define(browser.i18n, 'getMessage', (key: string) => key);
    define(browser, 'commands', { onCommand: { addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener) } });
  });

  it('is passed on to the page in front, about the item that the reader is at', async () => {
    await commandPressed(pauses, 'toggle-item', TAB);
    await commandPressed(pauses, 'add-rule', undefined);
    expect(told).toEqual([
      { name: 'focused', body: { what: 'toggle' } },
      { name: 'focused', body: { what: 'add' } },
    ]);
  });

  it('shows the work on its own page, and puts it behind the notice again', async () => {
    const item = (shown: boolean) =>
      ({ items: [{ item: 0, title: null, url: null, verdict: { action: 'fold', reasons: [] }, shown }] }) as unknown as PageReport;
    answers = { focused: false, report: item(false) };
    await commandPressed(pauses, 'toggle-item', TAB);
    expect(told.at(-1)).toEqual({ name: 'show-item', body: { item: 0, shown: true } });
    answers = { focused: false, report: item(true) };
    await commandPressed(pauses, 'toggle-item', TAB);
    expect(told.at(-1)).toEqual({ name: 'show-item', body: { item: 0, shown: false } });
  });

  it('pauses in the tab and ends the pause, and says which', async () => {
    await commandPressed(pauses, 'pause', TAB);
    expect(kept).toMatchObject({ pause: { tabs: [7], until: 0 } });
    expect(told.at(-1)).toEqual({ name: 'said', body: { words: 'command_paused', undo: null } });
    await commandPressed(pauses, 'pause', TAB);
    expect(kept).toMatchObject({ pause: { tabs: [], until: 0 } });
    expect(told.at(-1)).toEqual({ name: 'said', body: { words: 'command_resumed', undo: null } });
  });

  it('does nothing on a page that is no archive’s, or by a name from another version', async () => {
    define(browser.tabs, 'sendMessage', async () => {
      throw new Error('Receiving end does not exist.');
    });
    await expect(commandPressed(pauses, 'toggle-item', TAB)).resolves.toBeUndefined();
    await expect(commandPressed(pauses, 'other', TAB)).resolves.toBeUndefined();
    expect(told).toEqual([]);
  });

  it('is listened to where the browser has shortcuts, and missed nowhere else', async () => {
    answerCommands(pauses);
    listeners[0]?.('add-rule', TAB);
    await expect.poll(() => told).toEqual([{ name: 'focused', body: { what: 'add' } }]);
    define(browser, 'commands', undefined);
    expect(() => answerCommands(pauses)).not.toThrow();
  });
});
