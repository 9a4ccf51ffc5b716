import type { Archive } from './adapter';

/** Every archive that is read without being added by the reader. One line an archive. */
export const archives: readonly Archive[] = [];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL): Archive | undefined {
  return archives.find((archive) => archive.hosts.includes(url.hostname));
}
