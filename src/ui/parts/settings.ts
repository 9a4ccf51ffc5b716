import { send } from '../../messages/send';
import type { Edited } from '../../messages/table';

/*
 * Names under which settings are kept. Sites are one setting each, so that two devices can switch different ones
 * and both are heard. Null is the default.
 */

/** Switches the filter on or off on one archive, in every tab. */
export const setSite = (archive: string, on: boolean): Promise<Edited> => send('set-setting', { name: `site-off:${archive}`, value: on ? null : true });

/** Whether items stay covered when the filters do not answer. */
export const setKeepCovered = (on: boolean): Promise<Edited> => send('set-setting', { name: 'keep-covered', value: on ? true : null });
