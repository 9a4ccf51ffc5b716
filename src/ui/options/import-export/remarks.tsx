import { counted, text } from '../../../i18n';
import { Notice } from '../../parts/notice';
import type { Exported, Preview, Remark } from '../trade';
import { exchangeWords } from './exchange-words';

const SHOWN = 200;

/** What means something else here than where it came from; the same remark about many rules is said once, with how many. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  const byCode = new Map<string, Remark[]>();
  for (const remark of remarks) byCode.set(remark.code, [...(byCode.get(remark.code) ?? []), remark]);
  return (
    <Notice title={text('options_import_remarks')}>
      <ul class="bulleted">
        {[...byCode].map(([code, alike]) => (
          <li key={code} dir="auto">
            {exchangeWords('remark', code, alike[0]?.detail)}
            {alike.length > 1 && <span class="quiet"> ({counted('options_import_alike', alike.length - 1)})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Entries for which there is no rule here, as written, and why. */
export function NotCarried({ entries, count }: { entries: Preview['notCarried']; count: number }) {
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={counted('options_import_left', count)}>
      <details>
        <summary>{text('options_import_faults_which')}</summary>
        <ul class="entries">
          {entries.slice(0, SHOWN).map((entry, index) => (
            <li key={index} class="entry">
              <code dir="auto">{entry.text}</code>
              <div class="quiet">{exchangeWords('left', entry.code)}</div>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

/** What is to be said of a file that was saved: what means something else there, and what it does not have. */
export function GivenOut({ exported: { remarks, notCarried } }: { exported: Exported }) {
  return (
    <>
      <Remarks remarks={remarks} />
      <NotCarried entries={notCarried} count={notCarried.length} />
    </>
  );
}
