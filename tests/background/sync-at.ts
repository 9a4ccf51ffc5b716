import type { Sync } from '../../src/sync/index';

/** Sync that is connected to these addresses, as far as permissions are concerned. */
export const syncAt = (...addresses: string[]): Pick<Sync, 'status'> => ({ status: async () => ({ stores: [{ addresses }] }) as never });
