import { text } from '../../i18n';
import { send } from '../../messages/send';
import { useToasts } from '../parts/toasts';
import { LineField } from './line-field';

/**
 * Adds rules in the text form to a list.
 * @param list id of the list; the reader's own when not given
 */
export function RuleField({ label, list }: { label: string; list?: string }) {
  const { edit } = useToasts();
  const save = (line: string): Promise<boolean> =>
    edit(() => send('add-rules', list === undefined ? { text: line } : { text: line, list }), text('ui_rule_added'));
  return <LineField label={label} hint={text('ui_rule_example')} button={text('ui_add')} save={save} />;
}
