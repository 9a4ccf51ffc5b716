import { useCallback } from 'preact/hooks';
import { browser } from '../../../browser';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Settings } from '../../../messages/table';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { changed } from '../../parts/changes';
import { setSite } from '../../parts/settings';
import { useToasts } from '../../parts/toasts';
import type { Site } from '../section';
import { hostOf, useAllow } from './permissions';
import { RemovableSite } from './site-row';

interface Props {
  settings: Settings;
}

/** Archives that are read only while the reader allows it, each with a button that asks for the permission. */
export function OptionalArchives({ sites, settings }: Props & { sites: readonly Site[] }) {
  return (
    <section class="card" aria-labelledby="optional-archives">
      <h2 id="optional-archives">{text('options_optional')}</h2>
      <p class="quiet">{text('options_optional_hint')}</p>
      <ul class="stack">
        {sites.map((site) => (
          <OptionalArchive key={site.id} site={site} settings={settings} />
        ))}
      </ul>
    </section>
  );
}

/** Switches an archive on: the permission, and the filter where it was switched off. Has to be called straight from a press. @returns whether it is allowed */
export function useSwitchOn(settings: Settings): (site: Site) => Promise<boolean> {
  const allow = useAllow();
  const { failed } = useToasts();
  return async (site) => {
    const allowed = await allow(site);
    if (allowed && settings.sitesOff.includes(site.id)) await setSite(site.id, true).then(changed, failed);
    return allowed;
  };
}

function OptionalArchive({ site, settings }: Props & { site: Site }) {
  const { name, origins } = site;
  const ask = useCallback(() => browser.permissions.contains({ origins }), [origins]);
  const { value: on } = useAnswer(ask);
  const { say, failed } = useToasts();
  const switchOn = useSwitchOn(settings);
  const remove = async (): Promise<void> => {
    try {
      for (const origin of origins) await send('leave-site', { host: hostOf(origin) });
      say(text((await ask()) ? 'permissions_kept' : 'options_optional_gone', name));
    } catch (error) {
      failed(error);
    }
    changed();
  };
  if (on === undefined) return null;
  return (
    <li>
      {on ? (
        <RemovableSite site={site} settings={settings} remove={remove} />
      ) : (
        <div class="row row-apart">
          <span>{name}</span>
          <Button onClick={() => switchOn(site)}>{text('options_optional_start', name)}</Button>
        </div>
      )}
    </li>
  );
}
