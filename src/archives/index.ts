import type { Archive } from './adapter';
import { otwArchives } from './otw-archives';

/** Every archive that is read without being added by the reader. */
export const archives: readonly Archive[] = [...otwArchives];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL, among = archives): Archive | undefined {
  return among.find((archive) => archive.hosts.includes(url.hostname));
}
