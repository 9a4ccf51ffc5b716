import { text } from '../../../i18n';
import type { Settings } from '../../../messages/table';
import { Button } from '../../parts/button';
import { setSite } from '../../parts/settings';
import { Switch } from '../../parts/switch';
import { useToasts } from '../../parts/toasts';

interface Props {
  site: { id: string; name: string };
  settings: Settings;
}

/** Whether the filter acts on an archive. */
export function FilterSwitch({ site: { id, name }, settings }: Props) {
  const { edit } = useToasts();
  return (
    <Switch on={!settings.sitesOff.includes(id)} change={(on) => edit(() => setSite(id, on), text(on ? 'options_site_on' : 'options_site_off', name))}>
      <bdi>{name}</bdi>
    </Switch>
  );
}

/** The same for an archive that the reader has added or switched on, with a way to be rid of it. */
export function RemovableSite({ remove, ...shown }: Props & { remove: () => Promise<unknown> }) {
  return (
    <div class="row row-apart">
      <FilterSwitch {...shown} />
      <Button look="danger" aria-label={text('options_site_remove', shown.site.name)} onClick={remove}>
        {text('options_remove')}
      </Button>
    </div>
  );
}
