import { counted, text } from '../../i18n';
import type { PageReport } from '../../messages/table';
import { Notice } from '../parts/notice';
import { joined } from '../parts/joined';
import { PageItem } from './page-item';
import { ReloadButton } from './reload-button';

interface Props {
  tab: number;
  report: PageReport;
  after: () => void;
}

/** What happened on the page in the tab. */
export function ThisPage({ tab, report, after }: Props) {
  if (report.state === 'off') return <p class="quiet">{text('popup_off')}</p>;
  if (report.state === 'failed') {
    return (
      <Notice tone="bad" title={text('popup_failed')}>
        <ReloadButton tab={tab} />
      </Notice>
    );
  }
  if (report.state === 'unknown-page') return <Notice tone="warning" title={text('page_unknown')} />;
  if (report.state === 'nothing-to-judge') return <p class="quiet">{text('popup_nothing_to_judge')}</p>;
  return (
    <section class="stack" aria-labelledby="this-page">
      <div>
        <h2 id="this-page">{headline(report)}</h2>
        <p class="quiet small">{counted('popup_checked', report.judged)}</p>
      </div>
      <Withheld report={report} />
      <Unreadable report={report} />
      {report.items.length > 0 && (
        <ul class="page-items">
          {report.items.map((item) => (
            <PageItem key={item.item} tab={tab} item={item} after={after} />
          ))}
        </ul>
      )}
    </section>
  );
}

function headline(report: PageReport): string {
  const parts = [];
  if (report.folded > 0) parts.push(counted('popup_folded', report.folded));
  if (report.hidden > 0) parts.push(counted('popup_hidden', report.hidden));
  return parts.length === 0 ? text('popup_nothing_folded') : joined(parts, 'unit');
}

/** The archive leaves tags out of the page because of the reader's own preferences there. */
function Withheld({ report }: { report: PageReport }) {
  if (!report.withheld.includes('freeforms')) return null;
  return (
    <Notice tone="warning" title={text('popup_withheld_title', report.archiveName)}>
      <p>{text('popup_withheld')}</p>
      {report.preferences !== null && (
        <a href={report.preferences} target="_blank" rel="noreferrer">
          {text('popup_withheld_link', report.archiveName)}
        </a>
      )}
    </Notice>
  );
}

/** Items that are left visible because they could not be read. */
function Unreadable({ report }: { report: PageReport }) {
  if (report.unreadable.length === 0) return null;
  return (
    <Notice tone="warning" title={counted('popup_unreadable', report.unreadable.length)}>
      <details>
        <summary>{text('popup_unreadable_which')}</summary>
        <ul class="bulleted">
          {report.unreadable.map((item, index) => (
            <li key={index} dir="auto">
              {item.text.trim() === '' ? text('popup_untitled') : item.text}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
