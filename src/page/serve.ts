import { listen } from '../messages/listen';
import { enterReported, type ReportedPage } from './desk-door';

/** What is kept true on a page, from the first item to the last. */
export interface View {
  start(): void;
  /** Rules or settings changed somewhere. */
  rulesChanged(): Promise<void>;
  /** The browser puts the page away, to bring it back with verdicts of old rules. */
  putAway(): void;
  broughtBack(): Promise<void>;
}

/** Starts a view and connects it with the background and the browser's cache of pages, until the signal ends it. */
export function serve(view: View & ReportedPage, signal: AbortSignal): void {
  enterReported(view);
  view.start();
  listen({ 'rules-changed': () => view.rulesChanged() }, signal);
  // No change of the rules reaches a page that is rendered in advance: it is covered until its verdicts are today's.
  document.addEventListener(
    'prerenderingchange',
    () => {
      view.putAway();
      void view.broughtBack();
    },
    { signal },
  );
  addEventListener('pagehide', (event) => event.persisted && view.putAway(), { signal });
  addEventListener('pageshow', (event) => event.persisted && void view.broughtBack(), { signal });
}
