import { useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { HistoryAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { Changes } from './changes';
import { madeBy } from './reason-names';
import { moment } from '../../parts/moment';

type Step = HistoryAnswer['steps'][number];
const PORTION = 20;

/** The journal, newest first. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const [shown, setShown] = useState(PORTION);
  if (steps.length === 0) return <p class="quiet">{text('options_no_steps')}</p>;
  return (
    <>
      <ul class="entries">
        {steps.slice(0, shown).map((step) => (
          <StepLine key={step.token} step={step} />
        ))}
      </ul>
      {steps.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PORTION)}>{text('options_show_older')}</Button>
        </div>
      )}
    </>
  );
}

function StepLine({ step }: { step: Step }) {
  const [open, setOpen] = useState(false);
  const { edit } = useToasts();
  const takeBack = (): Promise<boolean> => edit(() => send('undo', { token: step.token }), text('ui_undone'));
  return (
    <li class="entry">
      <div class="row row-apart">
        <p>
          <strong>{madeBy(step.label)}</strong> <span class="quiet">{[moment(step.at), counted('options_changes', step.changes)].join(' · ')}</span>
        </p>
        <div class="row">
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {text('options_details')}
          </Button>
          <Button onClick={takeBack}>{text('options_take_back')}</Button>
        </div>
      </div>
      {open && <Changes of={{ token: step.token }} />}
    </li>
  );
}
