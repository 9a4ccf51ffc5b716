import { useId } from 'preact/hooks';
import { browser } from '../../browser';
import type { Reason } from '../../domain/verdict';
import { text, themeReason } from '../../i18n';
import { send } from '../../messages/send';
import type { ReportedItem } from '../../messages/table';
import { Button } from '../parts/button';
import { joined } from '../parts/joined';
import { useToasts } from '../parts/toasts';
import { listName } from '../rule/list-name';
import { VerdictChip } from '../rule/verdict-chip';

interface Props {
  tab: number;
  item: ReportedItem;
  after: () => void;
}

/** One work that a rule spoke about: what was done, why, and the way to see it or change the rule. */
export function PageItem({ tab, item, after }: Props) {
  const { failed } = useToasts();
  const titleId = useId();
  const { action, reasons } = item.verdict;
  const away = action === 'fold' || action === 'hide';
  // The reader asked that this rule's folds say nothing, and a title is often what they do not want to read.
  const secret = reasons.some((reason) => reason.reveal === 'none') && !item.shown;
  const toggle = async (): Promise<void> => {
    try {
      await send('show-item', { tab, item: item.item, shown: !item.shown });
      after();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <li class="page-item">
      <div class="page-item-words">
        <p id={titleId} class="page-item-title" dir="auto">
          {secret ? text('popup_secret_title') : (item.title ?? text('popup_untitled'))}
        </p>
        <p class="small">
          <VerdictChip action={action} /> <span class="quiet">{reasonWords(reasons)}</span>
        </p>
        <p class="row small">
          {[...new Set(reasons.map((reason) => reason.rule))].map((rule, index, all) => (
            <a key={rule} href={browser.runtime.getURL(`/options.html#/rules/${encodeURIComponent(rule)}`)} target="_blank" rel="noreferrer">
              {all.length === 1 ? text('popup_change_rule') : text('popup_change_rule_number', index + 1)}
            </a>
          ))}
        </p>
      </div>
      {away && (
        <Button onClick={toggle} aria-describedby={titleId}>
          {item.shown ? text('popup_hide_again') : text('popup_show')}
        </Button>
      )}
    </li>
  );
}

/** As much of the reasons as their rules let out; the most careful rule decides for all. */
function reasonWords(reasons: readonly Reason[]): string {
  if (reasons.length === 0) return '';
  if (reasons.some((reason) => reason.reveal === 'none')) return text('popup_reason_secret');
  const lists = [...new Set(reasons.map((reason) => listName({ id: reason.list, name: reason.listName })))];
  if (reasons.some((reason) => reason.reveal === 'list')) return joined(lists, 'unit');
  const words = [...new Set(reasons.flatMap(({ note, themes = [], words }) => (note === undefined ? [...themes.map(themeReason), ...words] : [note])))];
  return text('popup_reason', joined(lists, 'unit'), joined(words, 'unit'));
}
