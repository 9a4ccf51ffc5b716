import { useId } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RuleList, StoredRule } from '../../../rules/rule';
import { fromStored } from '../../../rules/text/parse';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { colourName } from '../../rule/colours';
import { listName } from '../../rule/list-name';
import { ActionChip, sentence } from '../../rule/sentence';
import { addressOf } from '../route';
import { actionOf } from './find';

interface Props {
  stored: StoredRule;
  list: RuleList | undefined;
  /** How often it acted, where rules are in that order. */
  hits?: string;
  chosen: boolean;
  choose: (chosen: boolean) => void;
}

/** One rule as a sentence, with what can be done with it. */
export function RuleRow({ stored, list, hits = '', chosen, choose }: Props) {
  const { edit } = useToasts();
  const wordsId = useId();
  const read = fromStored(stored);
  const said = [hits, list === undefined ? '' : listName(list), ...remarks(stored), ...(read.ok ? [] : [text('options_rule_newer')])];
  const remove = (): void => {
    void edit(() => send('remove-rules', { ids: [stored.id] }), text('options_rule_removed'));
  };
  return (
    <>
      <input type="checkbox" class="rule-choice" checked={chosen} aria-labelledby={wordsId} onChange={(event) => choose(event.currentTarget.checked)} />
      <div class="rule-words" id={wordsId}>
        <p>
          <ActionChip action={actionOf(stored)} />{' '}
          <span class={stored.off ? 'rule-sentence rule-asleep' : 'rule-sentence'} dir="auto">
            {read.ok ? sentence(read.rule) : (stored.text ?? stored.id)}
          </span>
        </p>
        <p class="quiet small">{said.filter((part) => part !== '').join(' · ')}</p>
      </div>
      <div class="row">
        <a class="button" href={addressOf('rules', stored.id)} aria-describedby={wordsId}>
          {text('options_edit')}
        </a>
        <Button onClick={remove} aria-describedby={wordsId}>
          {text('options_remove')}
        </Button>
      </div>
    </>
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
  if (stored.colour !== undefined && stored.action === 'highlight') said.push(colourName(stored.colour));
  if (stored.note !== undefined) said.push(stored.note);
  return said;
}
