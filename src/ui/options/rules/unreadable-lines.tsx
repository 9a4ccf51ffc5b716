import { useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import type { RuleList } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { LineField } from '../../rule/line-field';
import { listName } from '../../rule/list-name';
import { ReadProblem } from '../../rule/read-problem';

type Line = RulesAnswer['lines'][number];

/** Lines that are kept as written and do nothing until they are put right. */
export function UnreadableLines({ lines, lists }: { lines: readonly Line[]; lists: ReadonlyMap<string, RuleList> }) {
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={counted('options_unreadable', lines.length)}>
      <ul class="stack">
        {lines.map((line) => (
          <UnreadableLine key={`${line.list} ${line.text}`} line={line} list={lists.get(line.list)} />
        ))}
      </ul>
    </Notice>
  );
}

function UnreadableLine({ line, list }: { line: Line; list: RuleList | undefined }) {
  const [fixing, setFixing] = useState<string | null>(null);
  const { edit } = useToasts();
  const key = { list: line.list, text: line.text };
  const save = (mended: string): Promise<boolean> => edit(() => send('mend-line', { ...key, mended }), text('options_line_fixed'));
  if (fixing !== null) {
    return (
      <li>
        <LineField label={text('options_rule_text')} initial={fixing} button={text('ui_save')} save={save} cancel={() => setFixing(null)} />
      </li>
    );
  }
  return (
    <li>
      <code dir="auto">{line.text}</code>
      <div class="problem">
        <ReadProblem error={line.error} line={line.text} use={setFixing} />
      </div>
      <div class="row">
        {list !== undefined && <span class="quiet small">{listName(list)}</span>}
        <Button onClick={() => setFixing(line.text)}>{text('options_edit')}</Button>
        <Button onClick={() => edit(() => send('remove-line', key), text('options_line_removed'))}>{text('options_remove')}</Button>
      </div>
    </li>
  );
}
