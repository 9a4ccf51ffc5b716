import type { Reveal } from '../../domain/verdict';
import { text, type MessageKey } from '../../i18n';
import { REVEALS, type RuleList } from '../../rules/rule';
import { listName } from './list-name';

const reveals: Record<Reveal, MessageKey> = {
  full: 'options_reveal_full',
  list: 'options_reveal_list',
  none: 'options_reveal_none',
};

/** How much a fold may say, as options of a select. */
export function RevealOptions() {
  return (
    <>
      {REVEALS.map((reveal) => (
        <option key={reveal} value={reveal}>
          {text(reveals[reveal])}
        </option>
      ))}
    </>
  );
}

/** What was chosen among them; null for anything else. */
export const revealOf = (value: string): Reveal | null => REVEALS.find((reveal) => reveal === value) ?? null;

/** Lists by name, as options of a select. @param own only those that the reader can change */
export function ListOptions({ lists, own = false }: { lists: readonly RuleList[]; own?: boolean }) {
  return (
    <>
      {lists
        .filter((list) => !own || list.subscription !== true)
        .map((list) => (
          <option key={list.id} value={list.id}>
            {listName(list)}
          </option>
        ))}
    </>
  );
}
