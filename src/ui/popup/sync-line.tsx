import { counted, text } from '../../i18n';
import { send } from '../../messages/send';
import { stateText, storeName } from '../options/sync/sync-words';
import { useAnswer } from '../parts/answer';

const ask = () => send('sync-status', {});

/** How sync stands: what waits for the reader, and a line for each store, all leading to the options; nothing where there is neither. */
export function SyncLine({ optionsUrl }: { optionsUrl: string }) {
  const { value: status } = useAnswer(ask);
  if (status === undefined || (status.stores.length === 0 && !status.needsYou)) return null;
  const questions = [
    ...status.held.map(({ name, rules, of }) => counted('sync_held', rules, name, of)),
    ...status.conflicts.map(({ id, field, deviceName }) => text('sync_conflict', id, field, deviceName)),
  ];
  return (
    <ul class="small" aria-label={text('options_sync')}>
      {questions.map((question) => (
        <li key={question}>
          <a class="problem" href={`${optionsUrl}#/sync`} target="_blank" rel="noreferrer">
            {question}
          </a>
        </li>
      ))}
      {status.stores.map((store) => (
        <li key={store.store}>
          <a href={`${optionsUrl}#/sync`} target="_blank" rel="noreferrer">
            {storeName(store, status.offers)}: {stateText(store)}
          </a>
        </li>
      ))}
    </ul>
  );
}
