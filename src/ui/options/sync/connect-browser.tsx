import { useId, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { ConnectPreview } from './connect-preview';

const choice = { store: 'browser' } as const;

/** The sync that comes with the browser's account: nothing to set up, little room. */
export function ConnectBrowser({ refresh }: { refresh: () => void }) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('sync_browser')}</h2>
      <p class="quiet">{text('sync_browser_hint')}</p>
      <p class="quiet small">{text('sync_read_browser')}</p>
      {problem !== null && <Notice tone="bad" title={problem} />}
      {asked ? (
        <ConnectPreview choice={choice} done={refresh} failed={(error) => setProblem(failureText(error))} />
      ) : (
        <div class="row">
          <Button onClick={() => setAsked(true)}>{text('sync_look')}</Button>
        </div>
      )}
    </section>
  );
}
