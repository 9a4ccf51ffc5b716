import { useCallback } from 'preact/hooks';
import { browser } from '../../../browser';
import { text } from '../../../i18n';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { changed } from '../../parts/changes';
import { useToasts } from '../../parts/toasts';
import type { Site } from '../section';

/** Archives that are read only while the reader allows it, each with one button that asks for the permission or gives it back. */
export function OptionalArchives({ sites }: { sites: readonly Site[] }) {
  if (sites.length === 0) return null;
  return (
    <section class="card" aria-labelledby="optional-archives">
      <h2 id="optional-archives">{text('options_optional')}</h2>
      <p class="quiet">{text('options_optional_hint')}</p>
      <ul class="stack">
        {sites.map((site) => (
          <OptionalArchive key={site.id} site={site} />
        ))}
      </ul>
    </section>
  );
}

function OptionalArchive({ site: { name, origins } }: { site: Site }) {
  const ask = useCallback(() => browser.permissions.contains({ origins }), [origins]);
  const { value: on } = useAnswer(ask);
  const { say } = useToasts();
  const allow = async (): Promise<void> => {
    // Straight from the press, or the browser does not ask.
    const allowed = await browser.permissions.request({ origins }).catch(() => false);
    say(text(allowed ? 'permissions_allowed' : 'permissions_refused', name));
    changed();
  };
  const giveBack = async (): Promise<void> => {
    const gone = await browser.permissions.remove({ origins }).catch(() => false);
    say(text(gone ? 'options_optional_gone' : 'permissions_kept', name));
    changed();
  };
  if (on === undefined) return null;
  return (
    <li class="row row-apart">
      <span>{name}</span>
      <Button onClick={on ? giveBack : allow}>{text(on ? 'options_optional_stop' : 'options_optional_start', name)}</Button>
    </li>
  );
}
