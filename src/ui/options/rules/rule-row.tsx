import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Rule, RuleList, StoredRule } from '../../../rules/rule';
import { fromStored } from '../../../rules/text/parse';
import { printRule, toStored } from '../../../rules/text/print';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { LineField } from '../../rule/line-field';
import { listName } from '../../rule/list-name';
import { ActionChip, sentence } from '../../rule/sentence';

interface Props {
  stored: StoredRule;
  list: RuleList | undefined;
  /** The address names this rule: show it at once. */
  named: boolean;
}

/** One rule: as a sentence, or as its line while it is being edited. */
export function RuleRow({ stored, list, named }: Props) {
  const [editing, setEditing] = useState(named);
  const { edit } = useToasts();
  const wordsId = useId();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!named) return;
    setEditing(true);
    row.current?.scrollIntoView({ block: 'center' });
  }, [named]);
  const read = fromStored(stored);
  const line = read.ok ? printRule(read.rule) : (stored.text ?? stored.id);
  const leave = (): void => {
    setEditing(false);
    // The field with the focus goes away; the reader is still at this rule.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  const save = async (_line: string, next: Rule): Promise<boolean> => {
    const saved = await edit(() => send('change-rule', { id: stored.id, rule: toStored(next) }), text('options_rule_changed'));
    if (saved) leave();
    return saved;
  };
  if (editing) {
    return (
      <li class="rule" ref={row}>
        <div class="rule-edit">
          <LineField label={text('options_rule_text')} initial={line} button={text('ui_save')} save={save} cancel={leave} />
        </div>
      </li>
    );
  }
  return (
    <li class={stored.off ? 'rule rule-off' : 'rule'} ref={row}>
      <div class="rule-words" id={wordsId}>
        <p>
          <ActionChip action={stored.action ?? 'fold'} /> <span class="rule-sentence" dir="auto">{read.ok ? sentence(read.rule) : line}</span>
        </p>
        <p class="quiet small">{[list === undefined ? '' : listName(list), ...remarks(stored)].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <div class="row">
        <Button onClick={() => setEditing(true)} aria-describedby={wordsId}>
          {text('options_edit')}
        </Button>
        <Button onClick={() => edit(() => send('remove-rules', { ids: [stored.id] }), text('options_rule_removed'))} aria-describedby={wordsId}>
          {text('options_remove')}
        </Button>
      </div>
    </li>
  );
}

/** What sets a rule apart from the usual. */
function remarks(stored: StoredRule): string[] {
  const said: string[] = [];
  if (stored.off) said.push(text('rule_off'));
  if (stored.strict) said.push(text('rule_strict'));
  if (stored.reason === 'list') said.push(text('rule_reveal_list'));
  if (stored.reason === 'none') said.push(text('rule_reveal_none'));
  if (stored.until !== undefined) said.push(text('rule_until', stored.until));
  if (stored.note !== undefined) said.push(stored.note);
  return said;
}
