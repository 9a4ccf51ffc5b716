import { text, themeName } from '../../../i18n';
import { VerdictChip } from '../../rule/verdict-chip';
import { Judged } from '../tester/tested-work';
import type { CheckedWork } from './check-files';
import { creatorsOf, titleOf } from './find-works';

/** One work of the files that were given: what it is, what would be done with it, and why. */
export function CheckedRow({ checked }: { checked: CheckedWork }) {
  const { work, page, verdict, themes, path } = checked;
  const creators = creatorsOf(checked);
  return (
    <article class="stack-close">
      <h3 dir="auto">
        {verdict === null ? <span class="chip chip-plain">{text('options_saved_unjudged')}</span> : <VerdictChip action={verdict.action} />} {titleOf(checked)}
      </h3>
      {creators !== '' && <p dir="auto">{text('gate_by', creators)}</p>}
      {work.title !== null && (
        <p class="quiet small" dir="auto">
          {path}
        </p>
      )}
      {themes.length > 0 && (
        <ul class="row" aria-label={text('options_themes')}>
          {themes.map((theme) => (
            <li key={theme} class="chip chip-theme">
              {themeName(theme)}
            </li>
          ))}
        </ul>
      )}
      <Judged work={work} page={page} verdict={verdict} />
    </article>
  );
}
