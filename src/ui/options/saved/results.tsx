import { useMemo, useState } from 'preact/hooks';
import { counted, text, themeName, type MessageKey } from '../../../i18n';
import { Choice } from '../../parts/choice';
import { Notice } from '../../parts/notice';
import { OrderChoice } from '../../parts/order-choice';
import { Rows } from '../../parts/rows';
import { actionName } from '../../rule/sentence';
import type { CheckedWork, FileTrouble } from './check-files';
import { CheckedRow } from './checked-row';
import { EVERYTHING, findWorks, VERDICTS, verdictOf, type Order, type Query } from './find-works';
import { problemText } from './saved-words';
import { SearchField } from '../../parts/search-field';

const orders: [Order, MessageKey][] = [
  ['given', 'options_saved_order_given'],
  ['title', 'options_saved_order_title'],
  ['creator', 'options_saved_order_creator'],
  ['verdict', 'options_saved_order_verdict'],
  ['words', 'options_saved_order_words'],
];
const ROW_HEIGHT = 150;
const MOST_TROUBLES = 200;

/** The works that were read, to be searched and sorted. */
export function Results({ works }: { works: readonly CheckedWork[] }) {
  const [query, setQuery] = useState(EVERYTHING);
  const found = useMemo(() => findWorks(works, query), [works, query]);
  return (
    <>
      {works.length > 1 && <Filters works={works} query={query} change={setQuery} />}
      {found.length < works.length && (
        <p class="quiet" role="status">
          {counted('options_saved_found', found.length, works.length)}
        </p>
      )}
      <Rows
        items={found}
        keyOf={({ key }) => key}
        label={text('options_saved_results')}
        estimate={ROW_HEIGHT}
        listClass="checked"
        rowClass="checked-work card"
        row={(checked) => <CheckedRow checked={checked} />}
      />
    </>
  );
}

function Filters({ works, query, change }: { works: readonly CheckedWork[]; query: Query; change: (query: Query) => void }) {
  const verdicts = useMemo(() => new Set(works.map(verdictOf)), [works]);
  const themes = useMemo(() => {
    const { compare } = new Intl.Collator(text('ui_language'));
    return [...new Set(works.flatMap((one) => one.themes))].sort((a, b) => compare(themeName(a), themeName(b)));
  }, [works]);
  return (
    <search class="filters">
      <SearchField words={query.words} change={(words) => change({ ...query, words })} />
      <Choice
        label={text('options_filter_action')}
        value={query.verdict}
        change={(value) => change({ ...query, verdict: VERDICTS.find((one) => one === value) ?? '' })}
      >
        <option value="">{text('options_any')}</option>
        {VERDICTS.filter((one) => verdicts.has(one)).map((one) => (
          <option key={one} value={one}>
            {one === 'unjudged' ? text('options_saved_unjudged') : actionName(one)}
          </option>
        ))}
      </Choice>
      {themes.length > 0 && (
        <Choice label={text('options_themes')} value={query.theme} change={(theme) => change({ ...query, theme })}>
          <option value="">{text('options_any')}</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {themeName(theme)}
            </option>
          ))}
        </Choice>
      )}
      <OrderChoice orders={orders} value={query.order} change={(order) => change({ ...query, order })} />
    </search>
  );
}

/** Files that could not be read, each with what is wrong. */
export function Troubles({ troubles }: { troubles: readonly FileTrouble[] }) {
  const rest = troubles.length - MOST_TROUBLES;
  return (
    <Notice tone="warning" title={counted('options_saved_troubles', troubles.length)}>
      <details>
        <summary>{text('options_saved_which')}</summary>
        <ul class="entries">
          {troubles.slice(0, MOST_TROUBLES).map(({ path, problem }, index) => (
            <li key={index} class="entry">
              <strong dir="auto">{path}</strong> <span>{problemText(problem)}</span>
            </li>
          ))}
        </ul>
        {rest > 0 && <p>{counted('fold_more', rest)}</p>}
      </details>
    </Notice>
  );
}
