import { useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { HistoryAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { Changes } from './changes';
import { madeBy } from './reason-names';
import { moment } from '../../parts/moment';

type Copy = HistoryAnswer['copies'][number];

/** Copies of everything, to go back to. */
export function Copies({ copies }: { copies: readonly Copy[] }) {
  if (copies.length === 0) return <p class="quiet">{text('options_no_copies')}</p>;
  return (
    <ul class="entries">
      {copies.map((copy) => (
        <CopyLine key={copy.id} copy={copy} />
      ))}
    </ul>
  );
}

function CopyLine({ copy }: { copy: Copy }) {
  const [open, setOpen] = useState(false);
  const { edit } = useToasts();
  const restore = (how: 'missing' | 'exactly'): Promise<boolean> => edit(() => send('restore-copy', { copy: copy.id, how }), text('options_restored'));
  return (
    <li class="entry">
      <div class="row row-apart">
        <p>
          <strong>{moment(copy.at)}</strong> <span class="quiet">{[madeBy(copy.reason), counted('options_rules_count', copy.rules)].join(' · ')}</span>
        </p>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {text('options_compare')}
        </Button>
      </div>
      {open && (
        <>
          <Changes of={{ copy: copy.id }} back />
          <div class="row">
            <Button onClick={() => restore('missing')}>{text('options_restore_missing')}</Button>
            <Button onClick={() => restore('exactly')}>{text('options_restore_exactly')}</Button>
          </div>
        </>
      )}
    </li>
  );
}
