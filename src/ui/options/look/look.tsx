import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { ToggleCard } from '../toggle-card';

const ask = () => send('get-settings', {});

/** How folds and marks look on the archives' pages. */
export function Look() {
  const { value: settings, error } = useAnswer(ask);
  if (error !== undefined && settings === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (settings === undefined) return null;
  return (
    <ToggleCard
      title="options_look_listings"
      settings={settings}
      toggles={[
        { toggle: 'gather', label: 'options_gather', hint: 'options_gather_hint' },
        { toggle: 'markKnown', label: 'options_mark_known', hint: 'options_mark_known_hint' },
      ]}
    />
  );
}
