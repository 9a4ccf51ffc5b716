import { useId } from 'preact/hooks';
import { text, type MessageKey } from '../../i18n';
import type { Settings } from '../../messages/table';
import { setToggle, type Toggle } from '../parts/settings';
import { Switch } from '../parts/switch';
import { useToasts } from '../parts/toasts';

interface TogglesProps {
  settings: Settings;
  /** Each with its label and, where the label is not enough, a sentence about it. */
  toggles: readonly { toggle: Toggle; label: MessageKey; hint?: MessageKey }[];
}

/** Settings that belong together, each on or off, under a heading. */
export function ToggleCard({ title, ...toggles }: TogglesProps & { title: MessageKey }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text(title)}</h2>
      <Toggles {...toggles} />
    </section>
  );
}

/** Settings, each on or off. */
export function Toggles({ settings, toggles }: TogglesProps) {
  const { edit } = useToasts();
  return (
    <>
      {toggles.map(({ toggle, label, hint }) => (
        <div key={toggle}>
          <Switch on={settings[toggle]} change={(on) => edit(() => setToggle(toggle, on), text('options_saved'))}>
            {text(label)}
          </Switch>
          {hint !== undefined && <p class="quiet small">{text(hint)}</p>}
        </div>
      ))}
    </>
  );
}
