import { browser } from '../../browser';
import { text } from '../../i18n';
import { Button } from '../parts/button';

/** Loads the page in the tab anew, which starts the filter on it from the first frame. */
export function ReloadButton({ tab }: { tab: number }) {
  return (
    <div>
      <Button onClick={() => browser.tabs.reload(tab)}>{text('popup_reload')}</Button>
    </div>
  );
}
