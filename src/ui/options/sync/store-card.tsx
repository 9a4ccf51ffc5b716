import { useId, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Carried, StoreStatus } from '../../../domain/sync-status';
import type { Offer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { ChangeSecret } from './change-secret';
import { CodeShown } from './code-shown';
import { mayReach } from './permission';
import { SetupCode } from './setup-code';
import { joined } from '../../parts/joined';
import { numberText } from '../../parts/number-text';
import { stateText } from './sync-words';

interface Props {
  store: StoreStatus;
  offer: Offer;
  /** A sync code that has just been made. */
  newCode: string | null;
  refresh: () => void;
  codeMade: (code: string | null) => void;
}

/** One connected store: how it stands, who can read it, its code, and the ways out. */
export function StoreCard({ store, offer, newCode, refresh, codeMade }: Props) {
  const id = useId();
  const { failed, say } = useToasts();
  const [leaving, setLeaving] = useState(false);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed(error);
    }
    refresh();
  };
  const locked = store.error?.code === 'locked';
  const disconnect = (deleteCopy: boolean): Promise<void> => act(() => send('sync-disconnect', { store: store.store, deleteCopy }));
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text(offer.words.name, store.where)}</h2>
      <p role="status" class={store.state === 'needs-you' ? 'problem' : ''}>
        {stateText(store)}
      </p>
      {store.unsent > 0 && <p class="quiet">{counted('sync_unsent', store.unsent)}</p>}
      {store.carried !== null && store.carried.room > 0 && <Capacity carried={store.carried} />}
      {store.carried !== null && store.carried.rules < store.carried.of && (
        <Notice tone="warning" title={text('sync_carried', numberText(store.carried.rules), numberText(store.carried.of))} />
      )}
      {store.insecure && <Notice tone="warning" title={text('sync_insecure')} />}
      {store.damaged.length > 0 && <p class="quiet">{text('sync_damaged', joined(store.damaged, 'and'))}</p>}
      {store.locked.length > 0 && <p class="quiet">{text('sync_locked_files', joined(store.locked, 'and'))}</p>}
      {store.arriving.length > 0 && <p class="quiet">{text('sync_arriving', joined(store.arriving, 'and'))}</p>}
      {store.clockOff !== null && <p class="quiet">{text('sync_clock_off')}</p>}
      <p class="quiet small">{text(store.encryption === 'none' ? offer.words.readPlain : offer.words.readEncrypted)}</p>
      <div class="row">
        {store.error?.code === 'no-permission' && (
          // Asked first: the browser wants to see the press.
          <Button
            look="main"
            onClick={() => act(async () => ((await mayReach(store.addresses)) ? send('sync-now', {}) : say(text('sync_permission_refused'))))}
          >
            {text('sync_allow')}
          </Button>
        )}
        <Button
          look={store.error?.code === 'no-permission' ? 'plain' : 'main'}
          disabled={store.state === 'running'}
          onClick={() => act(() => send('sync-now', {}))}
        >
          {text('sync_now')}
        </Button>
        <Button aria-expanded={leaving} onClick={() => setLeaving(!leaving)}>
          {text('sync_disconnect')}
        </Button>
      </div>
      {leaving && (
        <div class="row">
          <Button onClick={() => disconnect(false)}>{text('sync_disconnect_keep')}</Button>
          <Button look="danger" onClick={() => disconnect(true)}>
            {text('sync_disconnect_delete')}
          </Button>
        </div>
      )}
      {newCode !== null && (
        <Notice title={text('sync_code_new')}>
          <CodeShown code={newCode} />
        </Notice>
      )}
      {offer.encrypted && (
        <>
          <SetupCode key={newCode} store={store.store} passphrase={store.encryption === 'passphrase'} codeToo={newCode === null} />
          <ChangeSecret key={String(locked)} store={store.store} urgent={locked} changed={codeMade} />
        </>
      )}
    </section>
  );
}

/** How full the browser's own sync is, in rules: nobody counts bytes. */
function Capacity({ carried: { rules, room } }: { carried: Carried }) {
  const words = text('sync_capacity', numberText(rules), numberText(room));
  return (
    <div class="capacity">
      <meter min={0} max={room} high={room * 0.9} value={rules} aria-label={words} />
      <p class="quiet small">{words}</p>
    </div>
  );
}
