import { useState } from 'preact/hooks';
import { foldName } from '../../../domain/fold-name';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { namesLike } from '../../../rules/known-tags';
import type { Condition, NameValue, Value } from '../../../rules/rule';
import { useAnswer } from '../../parts/answer';
import { TagLine } from '../tags/tag-line';
import { useKnownNames } from '../known-names';

const ask = () => send('get-known-tags', {});

interface Props {
  condition: Condition;
  change: (values: Value[]) => void;
}

/** The name of a tag; null for a pattern, of which no archive knows synonyms. */
const tagOf = ({ text: name }: NameValue): string | null => (/[*\\]/.test(name) ? null : name);

/** Also whatever the archive lists as the same tag, for all names of the condition at once; ticking asks the archive. */
export function SynonymsTick({ condition, change }: Props) {
  const [start, setStart] = useState(false);
  const names = condition.values.filter((value) => value.type === 'name');
  if (names.length === 0) return null;
  const ticked = names.some((value) => value.synonyms === true);
  const tick = (on: boolean): void => {
    setStart(on);
    change(
      condition.values.map((value) => {
        if (value.type !== 'name') return value;
        const { synonyms: _, ...plain } = value;
        return on ? { ...plain, synonyms: true } : plain;
      }),
    );
  };
  return (
    <>
      <label class="tick">
        <input type="checkbox" checked={names.every((value) => value.synonyms === true)} onChange={(event) => tick(event.currentTarget.checked)} />
        <span>{text('options_value_synonyms')}</span>
      </label>
      <p class="quiet small">{text('tag_tick_hint')}</p>
      {ticked && <Tags condition={condition} change={change} start={start} />}
    </>
  );
}

/** What is known of each name that is ticked. */
function Tags({ condition, change, start }: Props & { start: boolean }) {
  const { value: tags } = useAnswer(ask);
  const others = useKnownNames(condition.field);
  if (tags === undefined) return null;
  const asked = condition.values.flatMap((value) => (value.type === 'name' && value.synonyms === true && tagOf(value) !== null ? [value] : []));
  const learnt = tags.flatMap(({ name, known }) => [name, ...(known === null ? [] : [known.canonical, ...known.same, ...known.below])]);
  const similar = (name: string): string[] => namesLike(name, [...others, ...learnt]);
  return (
    <ul class="stack">
      {asked.map((value) => (
        <li key={value.text}>
          <strong dir="auto">{value.text}</strong>
          <TagLine
            name={value.text}
            known={tags.find(({ name }) => foldName(name) === foldName(value.text))?.known ?? null}
            start={start}
            similar={() => similar(value.text)}
            choose={(name) => change(condition.values.map((one) => (one === value ? { ...value, text: name } : one)))}
          />
        </li>
      ))}
    </ul>
  );
}
