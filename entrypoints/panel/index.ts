import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recognises } from '../../src/archives/otw/page';
import { readTagAnswer } from '../../src/archives/otw/tag-page';
import { enterPanel } from '../../src/page/panel-door';
import { openPanelFor } from '../../src/page/panel/index';

/** Brought into a page by the background when the reader first asks for it, so that no page pays for it before. */
export default defineUnlistedScript(() => enterPanel((request) => openPanelFor(request, recognises(document) ? readTagAnswer : null)));
