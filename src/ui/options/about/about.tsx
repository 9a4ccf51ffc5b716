import { browser } from '../../../browser';
import { text, type MessageKey } from '../../../i18n';

/** Pages that come with the extension, in English. */
const PAGES: readonly [file: string, name: MessageKey][] = [
  ['guide.html', 'about_guide'],
  ['rule-language.html', 'about_rule_language'],
  ['lists.html', 'about_lists'],
  ['privacy.html', 'about_privacy_page'],
];

/** What this is, where help is, and what it does with the reader's data. */
export function About() {
  return (
    <>
      <section class="card" aria-labelledby="this">
        <h2 id="this">{text('extension_name')}</h2>
        <p>{text('extension_description')}</p>
        <p class="quiet">{text('options_version', browser.runtime.getManifest().version)}</p>
        <p class="quiet small">{text('about_licence')}</p>
      </section>
      <section class="card" aria-labelledby="pages">
        <h2 id="pages">{text('about_help')}</h2>
        <p>{text('about_help_hint')}</p>
        <ul class="links">
          {PAGES.map(([file, name]) => (
            <li key={file}>
              <a href={`/${file}`} target="_blank" rel="noreferrer">
                {text(name)}
              </a>
            </li>
          ))}
          <li>
            <a href="/welcome.html" target="_blank" rel="noreferrer">
              {text('about_welcome')}
            </a>
          </li>
        </ul>
        <p>{text('about_wrong')}</p>
      </section>
      <section class="card" aria-labelledby="privacy">
        <h2 id="privacy">{text('options_privacy')}</h2>
        <p>{text('options_privacy_local')}</p>
        <p>{text('options_privacy_requests')}</p>
      </section>
    </>
  );
}
