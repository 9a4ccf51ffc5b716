import type { Json } from '../../src/domain/document';
import type { RequestBody, Settings } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';

const SITE_OFF = 'site-off:';

/** Settings with their defaults, from what is stored. */
export function readSettings(stored: ReadonlyMap<string, Json>): Settings {
  return {
    sitesOff: [...stored].filter(([name, value]) => name.startsWith(SITE_OFF) && value === true).map(([name]) => name.slice(SITE_OFF.length)),
    keepCovered: stored.get('keep-covered') === true,
    gather: stored.get('gather') === true,
  };
}

export function settingsHandlers(store: Store) {
  return {
    'get-settings': async () => readSettings((await store.load()).settings),
    'set-setting': ({ name, value }: RequestBody<'set-setting'>) => store.edit([{ op: 'set', name, value: value as Json }]),
  };
}
