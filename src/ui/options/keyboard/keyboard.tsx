import type { Commands } from 'webextension-polyfill';
import { browser } from '../../../browser';
import { text, type MessageKey } from '../../../i18n';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { useToasts } from '../../parts/toasts';

interface Shortcut {
  name: string;
  keys: string;
}

/** What Firefox adds to the interface; the library does not know it yet. */
type Api = Commands.Static & { openShortcutSettings?(): Promise<void> };
/** Firefox for Android has no shortcuts for extensions. */
const api = (): Api | undefined => browser.commands as Api | undefined;

const ask = async (): Promise<Shortcut[] | null> => {
  const all = await api()?.getAll();
  return all === undefined ? null : all.flatMap(({ name, shortcut }) => (name === undefined ? [] : [{ name, keys: shortcut ?? '' }]));
};

const names: Record<string, MessageKey> = {
  'toggle-item': 'command_toggle',
  'add-rule': 'command_add',
  pause: 'command_pause',
  _execute_action: 'command_popup',
};

/** Keys that work without being set up: where, and what they do. */
const FIXED: readonly [keys: string, does: MessageKey][] = [
  ['Tab', 'keyboard_tab'],
  ['Enter', 'keyboard_enter'],
  ['Esc', 'keyboard_escape'],
  ['↑ ↓', 'keyboard_arrows'],
  ['Ctrl+Z', 'keyboard_undo'],
  ['Ctrl+S', 'keyboard_save'],
  ['Ctrl+F', 'keyboard_find'],
  ['Ctrl+/', 'keyboard_comment'],
];

/** The shortcuts that the browser keeps for us, with the way to change them, and the keys of our own pages. */
export function Keyboard() {
  const { value: shortcuts, error } = useAnswer(ask);
  const { say } = useToasts();
  const change = async (): Promise<void> => {
    try {
      const open = api()?.openShortcutSettings;
      // Edge takes this address for its own.
      if (open === undefined) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
      else await open();
    } catch {
      say(text('keyboard_by_hand'));
    }
  };
  return (
    <>
      <section class="card" aria-labelledby="shortcuts">
        <h2 id="shortcuts">{text('keyboard_shortcuts')}</h2>
        <p class="quiet">{text(shortcuts === null ? 'keyboard_none' : 'keyboard_shortcuts_hint')}</p>
        {error !== undefined && <p class="problem">{failureText(error)}</p>}
        {shortcuts != null && (
          <>
            <dl class="keys">
              {shortcuts.map(({ name, keys }) => (
                <div key={name}>
                  <dt>{names[name] === undefined ? name : text(names[name])}</dt>
                  <dd>{keys === '' ? <span class="quiet">{text('keyboard_not_set')}</span> : <kbd dir="ltr">{keys}</kbd>}</dd>
                </div>
              ))}
            </dl>
            <div>
              <Button onClick={change}>{text('keyboard_change')}</Button>
            </div>
            <p class="quiet small">{text('keyboard_by_hand')}</p>
          </>
        )}
      </section>
      <section class="card" aria-labelledby="own-keys">
        <h2 id="own-keys">{text('keyboard_own')}</h2>
        <dl class="keys">
          {FIXED.map(([keys, does]) => (
            <div key={keys}>
              <dt>{text(does)}</dt>
              <dd>
                <kbd dir="ltr">{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
