import { useEffect, useState } from 'preact/hooks';
import type { Setup } from '../../../domain/sync-status';
import { counted } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { Attention } from './attention';
import { ConnectStore } from './connect-store';
import { CopyFile } from './copy-file';
import { Devices } from './devices';
import { Join } from './join';
import { Outcomes } from './outcomes';
import { StoreCard } from './store-card';

const ask = () => send('sync-status', {});
/** Rounds run in the background and say nothing to this page; while it is open, it asks now and then. */
const EVERY_MS = 5000;

/** Where the rules are carried, how it stands, and what waits for the reader. */
export function Sync() {
  const { value, error, again } = useAnswer(ask);
  const [setup, setSetup] = useState<Setup | null>(null);
  const [made, setMade] = useState<{ store: string; code: string } | null>(null);
  useEffect(() => {
    const timer = setInterval(again, EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);
  if (error !== undefined && value === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (value === undefined) return null;
  const free = value.offers.filter(({ store }) => !value.stores.some((one) => one.store === store));
  const changed = (store: string, code: string | null): void => {
    setMade(code === null ? null : { store, code });
    setSetup(null);
    again();
  };
  return (
    <>
      <Attention sync={value} refresh={again} />
      {value.offers.flatMap((offer) =>
        value.stores
          .filter(({ store }) => store === offer.store)
          .map((store) => (
            <StoreCard
              key={store.store}
              store={store}
              offer={offer}
              newCode={made?.store === store.store ? made.code : null}
              refresh={again}
              codeMade={(code) => changed(store.store, code)}
            />
          )),
      )}
      {value.stores.length > 0 && <p class="quiet">{counted('sync_devices_active', value.devices)}</p>}
      {free.some(({ encrypted }) => encrypted) && <Join read={setSetup} />}
      {free.map((offer) => (
        <ConnectStore key={offer.store} offer={offer} setup={setup?.store === offer.store ? setup : null} connected={(code) => changed(offer.store, code)} />
      ))}
      <Outcomes outcomes={value.outcomes} />
      <Devices devices={value.known} refresh={again} />
      <CopyFile />
    </>
  );
}
