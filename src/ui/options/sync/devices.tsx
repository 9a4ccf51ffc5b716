import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { DeviceStatus } from '../../../domain/sync-status';
import { Button } from '../../parts/button';
import { NameField } from '../../parts/name-field';
import { useToasts } from '../../parts/toasts';
import { dayText } from '../../parts/moment';

/** The reader's devices: this one can be named, others forgotten. */
export function Devices({ devices, refresh }: { devices: readonly DeviceStatus[]; refresh: () => void }) {
  const { edit } = useToasts();
  if (devices.length === 0) return null;
  return (
    <section class="card" aria-labelledby="sync-devices">
      <h2 id="sync-devices">{text('sync_devices')}</h2>
      <p class="quiet small">{text('sync_forget_hint')}</p>
      <ul class="entries">
        {devices.map((device) => (
          <li key={device.id} class="entry">
            {device.own ? <OwnName device={device} refresh={refresh} /> : <strong dir="auto">{device.name}</strong>}
            <div class="row row-apart">
              <p class="quiet">
                {[
                  device.app,
                  device.own ? text('sync_this_device') : text('sync_last_seen', dayText(device.day)),
                  counted('sync_device_rules', device.rules),
                ].join(' · ')}
              </p>
              {!device.own && (
                <Button
                  aria-label={text('sync_forget_device', device.name)}
                  onClick={() => edit(() => send('sync-forget', { device: device.id }), text('sync_forgotten', device.name))}
                >
                  {text('sync_forget')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnName({ device, refresh }: { device: DeviceStatus; refresh: () => void }) {
  const { failed } = useToasts();
  const save = (name: string): Promise<void> => send('sync-rename', { name }).then(refresh, failed);
  return <NameField label={text('sync_device_name')} name={device.name} save={save} hasUsual />;
}
