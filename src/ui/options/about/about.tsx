import { browser } from '../../../browser';
import { text } from '../../../i18n';

/** What this is, and what it does with the reader's data. */
export function About() {
  return (
    <>
      <p>{text('extension_description')}</p>
      <p class="quiet">{text('options_version', browser.runtime.getManifest().version)}</p>
      <section class="card" aria-labelledby="privacy">
        <h2 id="privacy">{text('options_privacy')}</h2>
        <p>{text('options_privacy_local')}</p>
        <p>{text('options_privacy_requests')}</p>
      </section>
    </>
  );
}
