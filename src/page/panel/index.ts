import type { PanelRequest } from '../panel-door';
import { openAdd } from './add';
import { prepareSearch } from './archive-search';
import { detailsOf } from './details';
import type { ReadTag } from './synonyms';
import { openWhy } from './why';

/** @param readTag where the archive has pages about tags, what reads them */
export function openPanelFor(request: PanelRequest, readTag: ReadTag | null = null): void {
  if (request.what === 'details') request.made(detailsOf(request.document, request.work));
  else if (request.what === 'search') prepareSearch(request.form, request.states, request.bar).catch(() => request.failed(request.bar.ownerDocument));
  else if (request.what === 'why') openWhy(request);
  else openAdd(request, readTag).catch((error: unknown) => request.failed(request.page.document, error));
}
