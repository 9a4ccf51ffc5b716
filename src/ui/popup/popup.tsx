import { useCallback, useEffect } from 'preact/hooks';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import type { PageReport } from '../../messages/table';
import { useAnswer } from '../parts/answer';
import { failureText } from '../parts/failure';
import { joined } from '../parts/joined';
import { Notice } from '../parts/notice';
import { withOwnList } from '../rule/lists';
import { RuleField } from '../rule/rule-field';
import { activeTab, type ActiveTab } from './active-tab';
import { ListSwitches } from './list-switches';
import { NeedsLook } from './needs-look';
import { Pause } from './pause';
import { QuickForm } from './quick-form';
import { ReloadButton } from './reload-button';
import { SiteSwitch } from './site-switch';
import { SyncLine } from './sync-line';
import { ThisPage } from './this-page';

interface Answer {
  tab: ActiveTab | null;
  /** Null where nothing of ours runs. */
  report: PageReport | null;
}

const askLists = () => send('get-lists', {});

/** A page goes on loading, and is judged anew after each edit, while the popup is open. */
const LOOK_AGAIN_MS = 1000;

/** What the popup needs of the archives' room. */
export interface Archives {
  /** Names of those that are read when the reader switches them on. */
  optional: readonly string[];
  /** Whether nothing of ours runs at an address of an archive. */
  isLeftAlone(url: URL): boolean;
}

interface Props {
  optionsUrl: string;
  archives: Archives;
}

export function Popup({ optionsUrl, archives }: Props) {
  const ask = useCallback(async (): Promise<Answer> => {
    const tab = await activeTab(location.search);
    return { tab, report: tab === null ? null : await send('page-report', { tab: tab.id }) };
  }, []);
  const { value, error, again } = useAnswer(ask);
  const { value: rules } = useAnswer(askLists);
  useEffect(() => {
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <main class="popup stack" aria-busy={value === undefined && error === undefined}>
      <header class="popup-head row row-apart">
        <h1 class="popup-name">
          <img src="/icons/32.png" width="20" height="20" alt="" /> {text('extension_name')}
        </h1>
        <a class="button button-quiet" href={optionsUrl} target="_blank" rel="noreferrer">
          {text('popup_options')}
        </a>
      </header>
      {error !== undefined && <Notice tone="bad" title={failureText(error)} />}
      {value?.tab && value.report !== null && (
        <>
          <SiteSwitch report={value.report} after={again} />
          <ThisPage tab={value.tab.id} report={value.report} after={again} />
          <Pause tab={value.tab.id} />
        </>
      )}
      {value !== undefined && value.report === null && <Elsewhere tab={value.tab} optionsUrl={optionsUrl} archives={archives} />}
      <RuleField label={text('popup_add_rule')} />
      <QuickForm optionsUrl={optionsUrl} />
      {rules !== undefined && <ListSwitches lists={withOwnList(rules.lists)} />}
      {rules !== undefined && <NeedsLook count={rules.needLook} optionsUrl={optionsUrl} />}
      <SyncLine optionsUrl={optionsUrl} />
    </main>
  );
}

/** Where nothing is filtered: not an archive, or an archive's page that is left alone, or was open before Foldaway was there. */
function Elsewhere({ tab, optionsUrl, archives }: Props & { tab: ActiveTab | null }) {
  if (tab !== null && tab.address !== null)
    return archives.isLeftAlone(new URL(tab.address)) ? (
      <p class="quiet">{text('popup_left_alone')}</p>
    ) : (
      <Notice title={text('popup_reload_title')}>
        <ReloadButton tab={tab.id} />
      </Notice>
    );
  return (
    <Notice title={text('popup_elsewhere_title')}>
      <p class="quiet">{text('popup_elsewhere')}</p>
      <a href={`${optionsUrl}#/archives`} target="_blank" rel="noreferrer">
        {text('popup_elsewhere_more', joined([...archives.optional], 'or'))}
      </a>
    </Notice>
  );
}
