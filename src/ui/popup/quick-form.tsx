import { useRef, useState } from 'preact/hooks';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import { ACTIONS, DEFAULT_ACTION } from '../../rules/rule';
import type { ReadError } from '../../rules/text/read-error';
import { Button } from '../parts/button';
import { Completion } from '../parts/completion';
import { useToasts } from '../parts/toasts';
import { emptyDraft, lineOf, readValue } from '../rule/editor/draft';
import { fieldName } from '../rule/field-names';
import { namesFor, useSeenNames } from '../rule/known-names';
import { Matches } from '../rule/matches';
import { ReadProblem } from '../rule/read-problem';
import { actionName } from '../rule/sentence';

/** What most rules are about; the options have the rest. */
const FIELDS = ['tag', 'fandom', 'relationship', 'character', 'freeform', 'creator'];

/** A rule of one name, chosen instead of written, with the names of works seen recently. */
export function QuickForm({ optionsUrl }: { optionsUrl: string }) {
  const [action, setAction] = useState(DEFAULT_ACTION);
  const [field, setField] = useState('tag');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<ReadError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { known, load } = useSeenNames();
  const { edit } = useToasts();
  const read = readValue(field, typed.trim(), field !== 'creator');
  const line = 'value' in read ? lineOf({ ...emptyDraft(), action, when: [{ field, values: [read.value] }] }) : null;
  const write = (words: string): void => {
    setTyped(words);
    setProblem(null);
  };
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') return;
    if ('error' in read) setProblem(read.error);
    else if (await edit(() => send('add-rules', { text: line ?? '' }), text('ui_rule_added'))) write('');
    input.current?.focus();
  };
  return (
    <details class="quick-form" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{text('popup_form')}</summary>
      <form class="stack" onSubmit={add}>
        <div class="row">
          <select
            class="input"
            aria-label={text('options_action')}
            value={action}
            onChange={(event) => setAction(ACTIONS.find((one) => one === event.currentTarget.value) ?? DEFAULT_ACTION)}
          >
            {ACTIONS.map((one) => (
              <option key={one} value={one}>
                {actionName(one)}
              </option>
            ))}
          </select>
          <select class="input grow" aria-label={text('options_field')} value={field} onChange={(event) => setField(event.currentTarget.value)}>
            {FIELDS.map((one) => (
              <option key={one} value={one}>
                {fieldName(one)}
              </option>
            ))}
          </select>
        </div>
        <div class="row">
          <Completion
            inputRef={input}
            label={text('options_value_of', fieldName(field))}
            value={typed}
            change={write}
            choose={(name) => (name === typed ? input.current?.form?.requestSubmit() : write(name))}
            known={namesFor(known, field)}
          />
          <Button type="submit" look="main" disabled={typed.trim() === ''}>
            {text('ui_add')}
          </Button>
        </div>
        <div class="problem small" role="alert">
          {problem !== null && <ReadProblem error={problem} line={typed} />}
        </div>
        {line !== null && typed.trim() !== '' && <Matches line={line} />}
        <p>
          <a href={`${optionsUrl}#/rules/new`} target="_blank" rel="noreferrer">
            {text('popup_form_more')}
          </a>
        </p>
      </form>
    </details>
  );
}
