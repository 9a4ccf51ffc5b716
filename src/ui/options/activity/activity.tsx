import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { setToggle } from '../../parts/settings';
import { Switch } from '../../parts/switch';
import { useToasts } from '../../parts/toasts';
import { ByDay } from './by-day';
import { ByRule } from './by-rule';
import { Folded } from './folded';

const ask = async () => ({ settings: await send('get-settings', {}), activity: await send('get-activity', {}) });

/** What Foldaway did in the last 30 days on this device, and whether it may keep that. */
export function Activity() {
  const { value, error } = useAnswer(ask);
  const { edit } = useToasts();
  if (error !== undefined && value === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (value === undefined) return null;
  const { settings, activity } = value;
  return (
    <>
      <p class="quiet">{text('options_activity_hint')}</p>
      <div class="card">
        <Switch on={settings.keepActivity} change={(on) => edit(() => setToggle('keepActivity', on), text(on ? 'options_saved' : 'options_activity_wiped'))}>
          {text('options_activity_keep')}
        </Switch>
        <p class="quiet small">{text('options_activity_keep_hint')}</p>
        {settings.keepActivity && (
          <div class="row">
            <Button look="danger" onClick={() => edit(() => send('forget-activity', {}), text('options_activity_wiped'))}>
              {text('options_activity_wipe')}
            </Button>
            {activity.seen > 0 && <span class="quiet small">{counted('options_activity_seen', activity.seen)}</span>}
          </div>
        )}
      </div>
      {settings.keepActivity && (
        <>
          <ByDay today={activity.today} days={activity.days} />
          <ByRule rules={activity.rules} others={activity.otherRules} />
          <Folded works={activity.folded} />
        </>
      )}
    </>
  );
}
