import { text } from '../../i18n';
import { send } from '../../messages/send';
import { stateText, storeName } from '../options/sync/sync-words';
import { useAnswer } from '../parts/answer';

const ask = () => send('sync-status', {});

/** How sync stands, a line for each store, each leading to the options; nothing where none is connected. */
export function SyncLine({ optionsUrl }: { optionsUrl: string }) {
  const { value: status } = useAnswer(ask);
  if (status === undefined || status.stores.length === 0) return null;
  return (
    <ul class="small" aria-label={text('options_sync')}>
      {status.stores.map((store) => (
        <li key={store.store}>
          <a href={`${optionsUrl}#/sync`} target="_blank" rel="noreferrer">
            {storeName(store)}: {stateText(store)}
          </a>
        </li>
      ))}
    </ul>
  );
}
