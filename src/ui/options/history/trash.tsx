import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { HistoryAnswer } from '../../../messages/table';
import { printStored } from '../../../rules/text/print';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { dayText } from '../../parts/moment';

/** Rules that were removed lately, each with a way back. */
export function Trash({ trash }: Pick<HistoryAnswer, 'trash'>) {
  const { edit } = useToasts();
  if (trash.length === 0) return <p class="quiet">{text('options_no_trash')}</p>;
  return (
    <ul class="entries">
      {trash.map(({ rule, day, device }) => (
        <li key={rule.id} class="entry row row-apart">
          <div class="grow">
            <code dir="auto">{printStored(rule)}</code>
            <p class="quiet small">{text('options_removed_on', dayText(day), device)}</p>
          </div>
          <Button onClick={() => edit(() => send('change-rules', { changes: [{ rule, was: rule }] }), text('options_put_back_done'))}>
            {text('options_put_back')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
