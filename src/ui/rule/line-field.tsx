import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../i18n';
import type { Rule } from '../../rules/rule';
import { parseRule } from '../../rules/text/parse';
import type { ReadError } from '../../rules/text/read-error';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { KnownNamesContext, useSeenNames } from './known-names';
import { LineInput } from './line-input';
import { ReadProblem } from './read-problem';

interface Props {
  label: string;
  hint?: string;
  /** What stands in the field at first. */
  initial?: string;
  button: string;
  /** Stores what was written; false when that failed, and the words then stay in the field. */
  save: (line: string, rule: Rule) => Promise<boolean>;
  /** Gives up; without it the field cannot be left. */
  cancel?: () => void;
}

/** A field for one rule in the text form. It only lets go of a line that can be read; Enter saves. */
export function LineField({ label, hint, initial = '', button, save, cancel }: Props) {
  const [line, setLine] = useState(initial);
  const [problem, setProblem] = useState<ReadError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { known, load } = useSeenNames();
  useEffect(() => {
    // A field that was opened to edit one rule is where the reader goes on.
    if (cancel !== undefined) input.current?.focus();
  }, []);
  const write = (words: string): void => {
    setLine(words);
    // Once something is wrong, every key may put it right.
    if (problem !== null) setProblem(problemOf(words));
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (line.trim() === '') return;
    const read = parseRule(line);
    if (!read.ok) {
      setProblem(read.error);
      input.current?.focus();
      input.current?.setSelectionRange(read.error.column - 1, read.error.column - 1);
      return;
    }
    if ((await save(line, read.rule)) && cancel === undefined) {
      setLine('');
      setProblem(null);
      input.current?.focus();
    }
  };
  return (
    <KnownNamesContext.Provider value={known}>
      <form class="line-field" onSubmit={submit}>
        <Field label={label} {...(hint === undefined ? {} : { hint })} problem={problem && <ReadProblem error={problem} line={line} use={write} />}>
          {(ids) => (
            <div class="row">
              <LineInput ids={ids} label={label} line={line} write={write} inputRef={input} onFocus={load} escape={cancel} />
              <Button type="submit" look="main">
                {button}
              </Button>
              {cancel !== undefined && <Button onClick={cancel}>{text('ui_cancel')}</Button>}
            </div>
          )}
        </Field>
      </form>
    </KnownNamesContext.Provider>
  );
}

function problemOf(line: string): ReadError | null {
  if (line.trim() === '') return null;
  const read = parseRule(line);
  return read.ok ? null : read.error;
}
