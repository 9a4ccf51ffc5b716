import { useCallback } from 'preact/hooks';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import { useAnswer } from '../parts/answer';
import { Button } from '../parts/button';
import { changed } from '../parts/changes';
import { useToasts } from '../parts/toasts';

/** Shows everything for a while: in this tab, or everywhere for an hour. Both end by themselves. */
export function Pause({ tab }: { tab: number }) {
  const ask = useCallback(() => send('get-pause', { tab }), [tab]);
  const { value: pause, again } = useAnswer(ask);
  const { failed } = useToasts();
  if (pause === undefined) return null;
  const set = async (what: 'tab' | 'everywhere', on: boolean): Promise<void> => {
    try {
      await send('set-pause', { tab, what, on });
      changed();
      again();
    } catch (error) {
      failed(error);
    }
  };
  const until = new Intl.DateTimeFormat(text('ui_language'), { timeStyle: 'short' }).format(pause.until);
  return (
    <div class="row">
      <Button aria-pressed={pause.tab} onClick={() => set('tab', !pause.tab)}>
        {text(pause.tab ? 'popup_pause_tab_end' : 'popup_pause_tab')}
      </Button>
      <Button aria-pressed={pause.until > 0} onClick={() => set('everywhere', pause.until === 0)}>
        {pause.until > 0 ? text('popup_pause_hour_end', until) : text('popup_pause_hour')}
      </Button>
    </div>
  );
}
