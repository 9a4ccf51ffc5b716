import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import type { SectionProps } from '../section';
import { NotPermitted, Permissions } from './permissions';
import { ToggleCard } from '../toggle-card';
import { AddedSites } from './added-sites';
import { KnownTags } from './known-tags';
import { OptionalArchives } from './optional-archives';
import { FilterSwitch } from './site-row';

const ask = () => send('get-settings', {});

/** On which archives the filter acts, and how careful it is. */
export function Archives({ sites }: SectionProps) {
  const { value: settings, error } = useAnswer(ask);
  if (error !== undefined && settings === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (settings === undefined) return null;
  const fromStart = sites.filter(({ optional }) => optional !== true);
  return (
    <>
      <section class="card" aria-labelledby="sites">
        <h2 id="sites">{text('options_sites')}</h2>
        <p class="quiet">{text('options_sites_hint')}</p>
        <ul>
          {fromStart.map((site) => (
            <li key={site.id}>
              <FilterSwitch site={site} settings={settings} />
              <NotPermitted site={site} />
            </li>
          ))}
        </ul>
      </section>
      <OptionalArchives sites={sites.filter(({ optional }) => optional === true)} settings={settings} />
      <AddedSites settings={settings} sites={sites} />
      <KnownTags />
      <ToggleCard
        title="options_own"
        settings={settings}
        toggles={[
          { toggle: 'exemptOwn', label: 'options_exempt_own' },
          { toggle: 'exemptHistory', label: 'options_exempt_history' },
        ]}
      />
      <ToggleCard
        title="options_care"
        settings={settings}
        toggles={[{ toggle: 'keepCovered', label: 'options_keep_covered', hint: 'options_keep_covered_hint' }]}
      />
      <Permissions sites={sites} />
    </>
  );
}
