import { defineContentScript } from 'wxt/utils/define-content-script';
import { otwSites } from '../../src/archives/otw-sites';
import { makeDesk } from '../../src/page/desk';
import { enterDesk } from '../../src/page/desk-door';

/** What stands around the items, apart from judging them: see src/page/desk-door.ts. */
export default defineContentScript({
  matches: otwSites.flatMap((archive) => archive.hosts.map((host) => `https://${host}/*`)),
  runAt: 'document_start',

  main: () => enterDesk(makeDesk()),
});
