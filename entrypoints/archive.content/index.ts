import { defineContentScript } from 'wxt/utils/define-content-script';
import { archiveAt, archives } from '../../src/archives/index';
import { listen } from '../../src/messages/listen';
import { PageView } from '../../src/page/page-view';
import './style.css';

export default defineContentScript({
  matches: archives.flatMap((archive) => archive.hosts.map((host) => `https://${host}/*`)),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main(context) {
    const url = new URL(location.href);
    const archive = archiveAt(url);
    if (archive === undefined) return;
    const { adapter } = archive;
    const view = new PageView(
      document,
      {
        archive: archive.id,
        archiveName: archive.name,
        items: adapter.items,
        readItem: (item) => adapter.readItem(item, new URL(location.href), new Date()),
        readPage: () => adapter.readPage(document, new URL(location.href)),
      },
      context.signal,
    );
    view.start();

    listen(
      {
        'rules-changed': () => view.rulesChanged(),
        report: () => view.report(),
        'show-item': ({ item, shown }) => {
          view.show(item, shown);
          return view.report();
        },
      },
      context.signal,
    );
    addEventListener('pagehide', (event) => event.persisted && view.putAway(), { signal: context.signal });
    addEventListener('pageshow', (event) => event.persisted && void view.broughtBack(), { signal: context.signal });
  },
});
