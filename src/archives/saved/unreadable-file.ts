/**
 * Why a file that was given holds no work that can be read:
 * - `no-work`: it can be read, and is none of the forms of a saved work
 * - `nothing-inside`: no file in it could be one
 * - `other-kind`: PDF, MOBI and the like
 * - `locked`: it needs a password
 * - `nested`: a ZIP file in a ZIP file in a ZIP file
 * - `bomb`: it would unpack to far more than works ever do
 */
export type FileProblem = 'damaged' | 'too-large' | 'bomb' | 'locked' | 'nested' | 'nothing-inside' | 'other-kind' | 'no-work';

/** A file, or a part of one, that could not be read. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';

  constructor(readonly code: FileProblem) {
    super(`The file could not be read: ${code}`);
  }
}
