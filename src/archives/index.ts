import { adastra } from './adastra';
import type { Archive } from './adapter';
import { ao3 } from './ao3';
import { cfaa } from './cfaa';
import { squidgeworld } from './squidgeworld';
import { superlove } from './superlove';

/** Every archive that is read without being added by the reader. One line an archive. */
export const archives: readonly Archive[] = [ao3, squidgeworld, superlove, adastra, cfaa];

/** The archive at an address, or undefined. Ports are ignored, so that a local copy can stand in. */
export function archiveAt(url: URL): Archive | undefined {
  return archives.find((archive) => archive.hosts.includes(url.hostname));
}
