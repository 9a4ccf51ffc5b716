import { dayOf, entryOf, isAlive, type Device, type Document } from './document';

/** Days of silence after which a device no longer holds up the expiry of tombstones. */
export const SILENT_DAYS = 180;

/**
 * Kind of the entries by which a reader has forgotten devices. Their identity is the device and the number of its
 * last known edit, so that a device that edits again is one of the reader's again, whatever anybody has forgotten.
 */
export const FORGOTTEN = 'forgotten';

export const forgottenId = (device: string, seq: number): string => `${device}:${seq}`;

export const isForgotten = (document: Document, id: string, { seq }: Device): boolean => isAlive(entryOf(document, FORGOTTEN, forgottenId(id, seq)));

/** Devices that were seen in the last half year and that the reader has not forgotten. */
export function activeDevices(document: Document, now: number): [id: string, device: Device][] {
  return [...document.devices].filter(([id, device]) => dayOf(now) - device.day <= SILENT_DAYS && !isForgotten(document, id, device));
}
