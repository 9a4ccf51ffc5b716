import { fromBase64, toBase64 } from '../../src/domain/base64';
import type { RequestBody, SyncAnswer } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { readSetup, type StoreChoice, type Sync } from '../../src/sync/index';
import { followTriggers } from '../../src/sync/open';
import { showNeeds } from './needs-you';
import { settle } from './settle-conflict';

/** Sync runs by itself, and says when it needs the reader. Has to be called before the worker's first pause. */
export function followSync(store: Store, sync: Sync): void {
  showNeeds(sync);
  followTriggers(sync, (listener) => store.onChange(listener));
}

async function status(sync: Sync): Promise<SyncAnswer> {
  return { ...(await sync.status()), offers: sync.offers(), known: await sync.devices() };
}

export function syncHandlers(store: Store, sync: Sync) {
  return {
    'sync-status': () => status(sync),
    'sync-preview': ({ choice }: RequestBody<'sync-preview'>) => sync.preview(choice satisfies StoreChoice),
    'sync-connect': ({ choice, anew }: RequestBody<'sync-connect'>) => sync.connect(choice, anew),
    'sync-change-secret': ({ store: where, secret, anew }: RequestBody<'sync-change-secret'>) => sync.changeSecret(where, secret, anew),
    'sync-disconnect': async ({ store: where, deleteCopy }: RequestBody<'sync-disconnect'>) => {
      await sync.disconnect(where, deleteCopy);
      return null;
    },
    'sync-now': async () => {
      await sync.syncNow();
      return status(sync);
    },
    'sync-rename': async ({ name }: RequestBody<'sync-rename'>) => {
      await sync.rename(name);
      return null;
    },
    'sync-forget': ({ device }: RequestBody<'sync-forget'>) => store.edit([{ op: 'forget-device', device }]),
    'sync-answer-held': ({ device, answer }: RequestBody<'sync-answer-held'>) => sync.answerHeld(device, answer),
    'sync-settle-conflict': (body: RequestBody<'sync-settle-conflict'>) => settle(store, sync, body),
    'sync-forget-aside': async () => {
      await sync.forgetAside();
      return null;
    },
    'sync-setup-text': ({ store: where }: RequestBody<'sync-setup-text'>) => sync.setup(where),
    'sync-read-setup': ({ text }: RequestBody<'sync-read-setup'>) => readSetup(text),
    'sync-export-file': async ({ passphrase }: RequestBody<'sync-export-file'>) => ({ base64: toBase64(await sync.exportFile(passphrase)) }),
    'sync-preview-file': ({ base64, passphrase }: RequestBody<'sync-preview-file'>) => sync.previewFile(fromBase64(base64), passphrase),
    'sync-import-file': ({ base64, passphrase, backAgain }: RequestBody<'sync-import-file'>) => sync.importFile(fromBase64(base64), passphrase, backAgain),
  };
}
