import { text } from '../../i18n';
import { send } from '../../messages/send';
import type { PageReport } from '../../messages/table';
import { useAnswer } from '../parts/answer';
import { changed } from '../parts/changes';
import { setSite } from '../parts/settings';
import { Switch } from '../parts/switch';
import { useToasts } from '../parts/toasts';

const ask = () => send('get-settings', {});

/** Whether Foldaway acts on the archive in the tab at all. */
export function SiteSwitch({ report, after }: { report: PageReport; after: () => void }) {
  const { value: settings } = useAnswer(ask);
  const { failed } = useToasts();
  const change = async (on: boolean): Promise<void> => {
    try {
      await setSite(report.archive, on);
      changed();
      after();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Switch on={settings?.sitesOff.includes(report.archive) !== true} change={change}>
      {text('popup_filter_site', report.archiveName)}
    </Switch>
  );
}
