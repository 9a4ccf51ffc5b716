import { text } from '../i18n';
import { deskHere, type DeskPage } from './desk-door';
import { isShown } from './mark';
import { isAway } from './report';
import { toast } from './toast';

/** The item that has the focus, else the one under the pointer; the inner one of two. */
export function focusedItem({ document, states }: DeskPage): Element | null {
  for (let at = document.activeElement; at !== null; at = at.parentElement) if (states.has(at)) return at;
  return [...states.keys()].findLast((item) => item.matches(':hover')) ?? null;
}

/**
 * Does what a shortcut of the browser stands for, with the item that the reader is at.
 * @param page undefined where this is no page with items
 * @returns false when there is nothing here that it could mean
 */
export function actOnFocused(page: DeskPage | undefined, what: 'toggle' | 'add'): boolean {
  if (page === undefined || page.states.size === 0) return false;
  const { document } = page;
  const item = focusedItem(page);
  const state = item === null ? undefined : page.states.get(item);
  if (item === null || state === undefined || !page.on) toast(document, text(page.on ? 'command_no_item' : 'popup_off'), null);
  else if (what === 'toggle') {
    if (isAway(state.verdict)) page.toggle(item, !isShown(item));
    else toast(document, text('command_not_away'), null);
  } else {
    const before = document.activeElement;
    const focusBack = (): void => {
      page.focusLine(item);
      if (before instanceof HTMLElement && before !== document.body && !item.contains(document.activeElement)) before.focus();
    };
    deskHere()?.open({ page, item, what: 'add', focusBack });
  }
  return true;
}
