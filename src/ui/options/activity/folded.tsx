import { useId, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { ActivityAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { joined } from '../../parts/joined';
import { moment } from '../../parts/moment';
import { useToasts } from '../../parts/toasts';
import { listName } from '../../rule/list-name';
import { VerdictChip } from '../../rule/verdict-chip';
import { addressOf } from '../route';

type Work = ActivityAnswer['folded'][number];

const AT_ONCE = 20;

/** Works that were folded or hidden lately, each with the way to see it from now on. */
export function Folded({ works }: { works: readonly Work[] }) {
  const id = useId();
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('options_activity_folded')}</h2>
      {works.length === 0 && <p class="quiet">{text('options_activity_none')}</p>}
      <ul class="entries">
        {works.slice(0, shown).map((work) => (
          <li key={`${work.archive} ${work.id}`} class="entry row row-apart">
            <FoldedWork work={work} />
          </li>
        ))}
      </ul>
      {works.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + AT_ONCE)}>{text('options_activity_more')}</Button>
        </div>
      )}
    </section>
  );
}

function FoldedWork({ work }: { work: Work }) {
  const { edit } = useToasts();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const { reasons, shown } = work;
  // The reader asked that such folds say nothing, and a title is often what they do not want to read.
  const secret = reasons.some(({ reveal }) => reveal === 'none') && !open;
  const show = (): void => {
    if (!shown) void edit(() => send('show-work', { url: work.url, id: work.id, rules: reasons.map(({ rule }) => rule) }), text('options_activity_showing'));
  };
  const rules = reasons.flatMap(({ rule, own }) => (own ? rule : []));
  const lists = [...new Set(reasons.map((reason) => listName({ id: reason.list, name: reason.listName })))];
  return (
    <>
      <div class="grow">
        <p id={titleId}>
          <VerdictChip action={work.action} />{' '}
          {secret ? (
            text('popup_secret_title')
          ) : (
            <a href={work.url} target="_blank" rel="noreferrer" dir="auto">
              {work.title ?? text('popup_untitled')}
            </a>
          )}
        </p>
        <p class="quiet small">
          {moment(work.at)} · {joined(lists, 'unit')}
          {!secret &&
            rules.map((rule, index) => (
              <span key={rule}>
                {' · '}
                <a href={addressOf('rules', rule)}>{rules.length === 1 ? text('popup_change_rule') : text('popup_change_rule_number', index + 1)}</a>
              </span>
            ))}
        </p>
      </div>
      <div class="row">
        {secret && (
          <Button onClick={() => setOpen(true)} aria-describedby={titleId}>
            {text('options_activity_title')}
          </Button>
        )}
        {/* The button stays where it is, so that the focus does. */}
        <Button onClick={show} aria-disabled={shown} aria-describedby={titleId}>
          {text(shown ? 'options_activity_showing' : 'options_activity_show')}
        </Button>
      </div>
    </>
  );
}
