import { useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Outcome } from '../../../domain/sync-status';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { Changes } from '../history/changes';
import { moment } from '../../parts/moment';
import { joined } from '../../parts/joined';

/** What the last merges brought, each with the way back. */
export function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <section class="card" aria-labelledby="sync-outcomes">
      <h2 id="sync-outcomes">{text('sync_outcomes')}</h2>
      <ul class="entries">
        {outcomes.map((outcome) => (
          <OutcomeLine key={outcome.at} outcome={outcome} />
        ))}
      </ul>
    </section>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const [open, setOpen] = useState(false);
  const { edit } = useToasts();
  const { at, from, sent, undo } = outcome;
  return (
    <li class="entry">
      <div class="row row-apart">
        <p>
          <strong>{moment(at)}</strong>{' '}
          <span class="quiet">
            {[...from.map(({ name, added, removed, changed }) => counted('sync_from', added + removed + changed, name)), counted('sync_sent', sent)].join(
              ' · ',
            )}
          </span>
        </p>
        {undo !== '' && (
          <div class="row">
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {text('options_details')}
            </Button>
            <Button onClick={() => edit(() => send('undo', { token: undo }), text('ui_undone'))}>{text('options_take_back')}</Button>
          </div>
        )}
      </div>
      {outcome.reasserted.length > 0 && <p class="quiet">{text('sync_reasserted', joined(outcome.reasserted, 'and'))}</p>}
      {open && <Changes of={{ token: undo }} />}
    </li>
  );
}
