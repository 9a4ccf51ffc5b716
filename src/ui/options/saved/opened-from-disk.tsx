import { useState } from 'preact/hooks';
import { browser } from '../../../browser';
import { text, type MessageKey } from '../../../i18n';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { askFor } from '../../parts/permission';

const FILES = { origins: ['file:///*'] };
const IN_FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');

interface Access {
  /** The browser's own switch for files is on. Firefox before it had one says no. */
  switched: boolean;
  /** The reader has allowed it here. */
  granted: boolean;
}

const ask = async (): Promise<Access> => {
  const [switched, granted] = await Promise.all([browser.extension.isAllowedFileSchemeAccess(), browser.permissions.contains(FILES)]);
  return { switched, granted };
};

/**
 * Whether saved works that are opened from disk are judged, and what the browser wants for it.
 * @param open with all its words; else as one line, which opens by a press
 */
export function OpenedFromDisk({ open }: { open: boolean }) {
  // The switch is on a page of the browser; it is asked again when the reader comes back from there.
  const { value: access, again } = useAnswer(ask);
  const [refused, setRefused] = useState(false);
  const { failed } = useToasts();
  const allow = async (): Promise<void> => {
    // Chrome refuses by an error when its switch was put off meanwhile.
    setRefused(!(await askFor(FILES.origins)));
    again();
  };
  const stop = (): Promise<void> => browser.permissions.remove(FILES).then(again, failed);
  return (
    <details class="card" open={open}>
      <summary>
        <h2 class="inline">{text('options_saved_gate')}</h2>
      </summary>
      <p class="quiet">{text('options_saved_gate_hint')}</p>
      <p role="status">{access !== undefined && text(stateOf(access))}</p>
      {access !== undefined && (IN_FIREFOX || access.switched) && (
        <div>
          <Button onClick={access.granted ? stop : allow}>{text(access.granted ? 'options_saved_gate_stop' : 'options_saved_gate_start')}</Button>
        </div>
      )}
      <div class="problem" role="alert">
        {refused && text('options_saved_gate_refused')}
      </div>
      {access !== undefined && !access.switched && <Switch />}
    </details>
  );
}

/** Firefox does not say whether it has a switch that is off, or none; so neither is claimed. */
const stateOf = ({ switched, granted }: Access): MessageKey =>
  !granted ? 'options_saved_gate_off' : switched ? 'options_saved_gate_on' : IN_FIREFOX ? 'options_saved_gate_half' : 'options_saved_gate_off';

/** How to put on the browser's own switch. */
function Switch() {
  if (IN_FIREFOX) return <Notice title={text('options_saved_gate_switch')}>{text('options_saved_gate_firefox')}</Notice>;
  return (
    <Notice title={text('options_saved_gate_switch')}>
      <p>{text('options_saved_gate_chrome')}</p>
      <div>
        <Button onClick={() => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` })}>
          {text('options_saved_gate_chrome_open')}
        </Button>
      </div>
    </Notice>
  );
}
