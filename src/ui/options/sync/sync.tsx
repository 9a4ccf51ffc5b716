import { useEffect } from 'preact/hooks';
import { counted } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { Attention } from './attention';
import { ConnectBrowser } from './connect-browser';
import { ConnectWebdav } from './connect-webdav';
import { CopyFile } from './copy-file';
import { Devices } from './devices';
import { Outcomes } from './outcomes';
import { StoreCard } from './store-card';

const ask = () => send('sync-status', {});
/** Rounds run in the background and say nothing to this page; while it is open, it asks now and then. */
const EVERY_MS = 5000;

/** Where the rules are carried, how it stands, and what waits for the reader. */
export function Sync() {
  const { value, error, again } = useAnswer(ask);
  useEffect(() => {
    const timer = setInterval(again, EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);
  if (error !== undefined && value === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (value === undefined) return null;
  const connected = (store: string): boolean => value.stores.some((one) => one.store === store);
  return (
    <>
      <Attention sync={value} refresh={again} />
      {value.stores.map((store) => (
        <StoreCard key={store.store} store={store} refresh={again} />
      ))}
      {value.stores.length > 0 && <p class="quiet">{counted('sync_devices_active', value.devices)}</p>}
      {!connected('webdav') && <ConnectWebdav refresh={again} />}
      {!connected('browser') && <ConnectBrowser refresh={again} />}
      <Outcomes outcomes={value.outcomes} />
      <Devices devices={value.known} refresh={again} />
      <CopyFile />
    </>
  );
}
