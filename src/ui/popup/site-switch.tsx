import { text } from '../../i18n';
import type { PageReport } from '../../messages/table';
import { changed } from '../parts/changes';
import { failureText } from '../parts/failure';
import { Switch } from '../parts/switch';
import { setSite } from '../parts/settings';
import { useToasts } from '../parts/toasts';

/** Whether Foldaway acts on the archive in the tab at all. */
export function SiteSwitch({ report, after }: { report: PageReport; after: () => void }) {
  const { say } = useToasts();
  const change = async (on: boolean): Promise<void> => {
    try {
      await setSite(report.archive, on);
      changed();
      after();
    } catch (error) {
      say(failureText(error));
    }
  };
  return (
    <Switch on={report.state !== 'off'} change={change}>
      {text('popup_filter_site', report.archiveName)}
    </Switch>
  );
}
