import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import type { RuleList } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { joinedNames, namesOf, seenNames } from '../../rule/known-names';
import { listName } from '../../rule/list-name';
import { conditionsOf } from '../rules/conditions';
import type { CodeEditor } from './code-editor';

/** The text of one list in the editor, and its saving as one edit. */
export function ListText({ list, answer }: { list: RuleList; answer: RulesAnswer }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const opened = useRef('');
  const [touched, setTouched] = useState(false);
  const [failure, setFailure] = useState<unknown>(undefined);
  const { edit } = useToasts();
  const known = useMemo(() => namesOf(conditionsOf(answer)), [answer]);
  const save = async (): Promise<void> => {
    const written = editor.current?.text();
    if (written === undefined) return;
    if (!(await edit(() => send('replace-list', { list: list.id, text: written, was: opened.current }), text('options_editor_saved', listName(list))))) return;
    opened.current = written;
    // What was typed while it was being stored is not stored yet.
    setTouched(editor.current?.text() !== written);
  };
  useEffect(() => {
    // What is being written must not be replaced by what comes in from elsewhere.
    if (touched) return;
    let gone = false;
    const open = async (): Promise<void> => {
      const [{ openCodeEditor }, { text: content }, seen] = await Promise.all([import('./code-editor'), send('export-rules', { list: list.id }), seenNames()]);
      if (gone || place.current === null) return;
      opened.current = content;
      if (editor.current?.text() === content) return;
      editor.current?.destroy();
      editor.current = openCodeEditor({ parent: place.current, content, known: joinedNames(known, seen), changed: () => setTouched(true), save });
    };
    open().then(() => setFailure(undefined), setFailure);
    return () => {
      gone = true;
    };
  }, [list.id, answer.revision, touched]);
  useEffect(() => () => editor.current?.destroy(), []);
  useLeaveWarning(touched);
  return (
    <>
      {failure !== undefined && <Notice tone="bad" title={failureText(failure)} />}
      <div ref={place} class="code-editor" />
      <p class="quiet small">{text('options_editor_hint')}</p>
      <div class="row">
        <Button look="main" onClick={save} disabled={!touched}>
          {text('ui_save')}
        </Button>
        {touched && <Button onClick={() => setTouched(false)}>{text('options_editor_revert')}</Button>}
      </div>
    </>
  );
}

/** Closing the tab would lose what is not saved: the browser asks first. */
function useLeaveWarning(touched: boolean): void {
  useEffect(() => {
    if (!touched) return;
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [touched]);
}
