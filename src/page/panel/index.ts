import type { PanelRequest } from '../panel-door';
import { openAdd } from './add';
import { openWhy } from './why';

export function openPanelFor(request: PanelRequest): void {
  if (request.what === 'why') openWhy(request);
  else openAdd(request).catch(() => request.failed(request.page.document));
}
