/**
 * Why a round of sync ended early. Nothing local has changed.
 * - `offline`: no answer (no network, name not found, refused connection, time-out)
 * - `refused`: the server wants other credentials (401, 403); not retried until the reader acts
 * - `busy`: asked to come back later (429, 503); `retryAfter` in ms when it said when
 * - `full`: no space left on the other side (507, quota); reading goes on
 * - `server`: every other answer that is no success
 * - `not-ours`: something answered that is no such server: a login page, a redirect to another host
 * - `locked`: the files are encrypted with another code; nothing is written
 * - `newer-format`: written by a later version of the extension; nothing is written
 * - `damaged`: bytes that fail their checksum
 * - `local`: this device could not store what came in, or ran into a fault of our own
 * - `no-permission`: the browser does not let the extension reach this address
 */
export type SyncErrorCode = 'offline' | 'refused' | 'busy' | 'full' | 'server' | 'not-ours' | 'locked' | 'newer-format' | 'damaged' | 'local' | 'no-permission';

export class SyncError extends Error {
  override name = 'SyncError';
  constructor(
    readonly code: SyncErrorCode,
    /** For a bug report: status line, file name. Never credentials, never data. */
    readonly detail = '',
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`${code} ${detail}`.trim(), options);
  }
}
