import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { Copies } from './copies';
import { Steps } from './steps';
import { Trash } from './trash';

const ask = () => send('get-history', {});

/** What was done, with a way back from each step; what was removed; and the copies that were kept. */
export function History() {
  const { value: history, error } = useAnswer(ask);
  if (error !== undefined && history === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (history === undefined) return null;
  return (
    <>
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">{text('options_steps')}</h2>
        <Steps steps={history.steps} />
      </section>
      <section class="card" aria-labelledby="trash">
        <h2 id="trash">{text('options_trash')}</h2>
        <p class="quiet">{text('options_trash_hint')}</p>
        <Trash trash={history.trash} />
      </section>
      <section class="card" aria-labelledby="copies">
        <h2 id="copies">{text('options_copies')}</h2>
        <p class="quiet">{text('options_copies_hint')}</p>
        <Copies copies={history.copies} />
      </section>
    </>
  );
}
