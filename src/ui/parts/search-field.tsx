import { text } from '../../i18n';
import { Field } from './field';

/** Words to look for in a list, see sought.ts. */
export function SearchField({ words, change }: { words: string; change: (words: string) => void }) {
  return (
    <Field label={text('options_search')}>
      {(ids) => <input {...ids} type="search" class="input" value={words} onInput={(event) => change(event.currentTarget.value)} />}
    </Field>
  );
}
