import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Settings } from '../../../messages/table';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import type { Site } from '../section';
import { AddSite, originOf } from './add-site';
import { useAllow } from './permissions';
import { RemovableSite } from './site-row';

const ask = () => send('get-sites', {});

/** Sites that the reader has added, and a way to add another. */
export function AddedSites({ settings, sites }: { settings: Settings; sites: readonly Site[] }) {
  const { value: added } = useAnswer(ask);
  const { edit } = useToasts();
  const allow = useAllow();
  if (added === undefined) return null;
  return (
    <section class="card" aria-labelledby="added-sites">
      <h2 id="added-sites">{text('options_sites_added')}</h2>
      {added.length > 0 && (
        <ul class="stack">
          {added.map(({ host, permitted }) => (
            <li key={host}>
              <RemovableSite
                site={{ id: host, name: host }}
                settings={settings}
                remove={() => edit(() => send('remove-site', { host }), text('options_site_removed', host))}
              />
              {!permitted && (
                <Notice tone="warning" title={text('options_site_not_permitted')}>
                  <div>
                    <Button onClick={() => allow({ name: host, origins: [originOf(host)] })}>{text('options_sub_allow')}</Button>
                  </div>
                </Notice>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddSite sites={sites} added={added.map(({ host }) => host)} settings={settings} />
    </section>
  );
}
