import type { Commands, Tabs } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { text } from '../../src/i18n';
import { askTab, askWoken } from './ask-tab';
import type { Pauses } from './pause';

/** Folds or shows the item that the reader is at; on the page of a work there is only the one behind the gate. */
async function toggle(tab: number): Promise<void> {
  if ((await askTab(tab, 'focused', { what: 'toggle' })) !== false) return;
  const item = (await askTab(tab, 'report', {}))?.items.find(({ verdict: { action } }) => action === 'fold' || action === 'hide');
  if (item !== undefined) await askTab(tab, 'show-item', { item: item.item, shown: !item.shown });
}

async function pause(tab: number, pauses: Pauses): Promise<void> {
  const on = await pauses.toggle(tab);
  await askWoken(tab, 'said', { words: text(on ? 'command_paused' : 'command_resumed'), undo: null });
}

/** Does what a shortcut of the browser stands for; elsewhere than on an archive's pages nobody answers. */
export async function commandPressed(pauses: Pauses, command: string, tab: Tabs.Tab | undefined): Promise<void> {
  const [front] = tab === undefined ? await browser.tabs.query({ active: true, lastFocusedWindow: true }) : [tab];
  if (front?.id === undefined) return;
  if (command === 'toggle-item') await toggle(front.id);
  if (command === 'add-rule') await askTab(front.id, 'focused', { what: 'add' });
  if (command === 'pause') await pause(front.id, pauses);
}

/** Firefox for Android has no shortcuts; the library says that they are always there. */
export function answerCommands(pauses: Pauses): void {
  (browser.commands as Commands.Static | undefined)?.onCommand.addListener((command, tab) => void commandPressed(pauses, command, tab));
}
