import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { text, themeReason } from '../../../i18n';
import type { Verdict } from '../../../domain/verdict';
import type { Work } from '../../../domain/work';
import { joined } from '../../parts/joined';
import { fieldName } from '../../rule/field-names';
import { listName } from '../../rule/list-name';
import { VerdictChip } from '../../rule/verdict-chip';
import { addressOf } from '../route';
import { Explained } from './explained';
import type { SavedPage } from './saved-page';
import { statedBy } from './stated';

interface Props {
  work: Work;
  page: SavedPage;
  verdict: Verdict | null;
}

/** One work of a saved page: its verdict, every reason with its rule, and all that was read. */
export function TestedWork({ work, page, verdict }: Props) {
  const action = verdict?.action ?? 'show';
  return (
    <article class="card">
      <h3 dir="auto">
        <VerdictChip action={action} /> {work.title ?? text('popup_untitled')}
      </h3>
      <Judged work={work} page={page} verdict={verdict} />
    </article>
  );
}

/** Why a work has its verdict, shortly and in full, and all that was read of it. */
export function Judged({ work, page, verdict }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {verdict !== null && verdict.reasons.length > 0 && (
        <ul>
          {verdict.reasons.map((reason) => (
            <li key={reason.rule}>
              <a href={addressOf('rules', reason.rule)}>
                <code dir="auto">{reason.rule}</code>
              </a>{' '}
              <span class="quiet">
                {text(
                  'popup_reason',
                  listName({ id: reason.list, name: reason.listName }),
                  joined([...(reason.themes ?? []).map(themeReason), ...reason.words], 'unit'),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text('options_tester_why')}</summary>
        {open && <Explained work={work} page={page} />}
      </details>
      <details>
        <summary>{text('options_tester_fields')}</summary>
        <dl class="facts">
          {statedBy(work).map(([field, value]) => (
            <Fragment key={field}>
              <dt>{fieldName(field)}</dt>
              <dd dir="auto">{value}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </>
  );
}
