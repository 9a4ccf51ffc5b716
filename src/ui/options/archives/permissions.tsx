import { useCallback } from 'preact/hooks';
import { browser } from '../../../browser';
import { text } from '../../../i18n';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { changed } from '../../parts/changes';
import { askFor } from '../../parts/permission';
import { useToasts } from '../../parts/toasts';
import type { Site } from '../section';

/** Addresses beyond the archives that the reader has allowed, for a sync server or for lists. */
export function Permissions({ sites }: { sites: readonly Site[] }) {
  const ask = useCallback(async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const usual = new Set(sites.flatMap((site) => site.origins.map(hostOf)));
    // The browser also names the paths that our scripts run on.
    return origins.filter((origin) => !usual.has(hostOf(origin)));
  }, [sites]);
  const { value: others } = useAnswer(ask);
  const { say } = useToasts();
  const takeBack = async (origin: string): Promise<void> => {
    const gone = await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    say(text(gone ? 'permissions_taken_back' : 'permissions_kept', origin));
    changed();
  };
  return (
    <section class="card" aria-labelledby="permissions">
      <h2 id="permissions">{text('permissions_title')}</h2>
      <p>{text('permissions_archives')}</p>
      <p>{text(others !== undefined && others.length > 0 ? 'permissions_others' : 'permissions_no_others')}</p>
      {others !== undefined && others.length > 0 && (
        <ul class="stack">
          {others.map((origin) => (
            <li key={origin} class="row row-apart">
              <code dir="ltr">{origin}</code>
              <Button onClick={() => takeBack(origin)} aria-label={text('permissions_take_back_from', origin)}>
                {text('permissions_take_back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <a href="/privacy.html" target="_blank" rel="noreferrer">
          {text('permissions_more')}
        </a>
      </p>
    </section>
  );
}

export const hostOf = (origin: string): string => /^[^/]+\/\/([^/]+)/.exec(origin)?.[1] ?? origin;

/** Asks the browser for the permission to read an archive, and says what came of it. Has to be called straight from a press, or the browser does not ask. */
export function useAllow(): (site: Pick<Site, 'origins' | 'name'>) => Promise<boolean> {
  const { say } = useToasts();
  return async ({ origins, name }) => {
    const allowed = await askFor(origins);
    say(text(allowed ? 'permissions_allowed' : 'permissions_refused', name));
    changed();
    return allowed;
  };
}

/** An archive that the browser does not let Foldaway read, which readers can arrange in Firefox, and the way to allow it. */
export function NotPermitted({ site }: { site: Site }) {
  const ask = useCallback(() => browser.permissions.contains({ origins: site.origins }), [site]);
  const { value: permitted } = useAnswer(ask);
  const allow = useAllow();
  if (permitted !== false) return null;
  return (
    <div class="row row-apart not-permitted">
      <span class="problem small">{text('permissions_missing', site.name)}</span>
      <Button onClick={() => allow(site)}>{text('options_sub_allow')}</Button>
    </div>
  );
}
