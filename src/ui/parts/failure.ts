import { text, type MessageKey } from '../../i18n';
import { RequestFailed } from '../../messages/send';

const words: Record<string, MessageKey> = {
  'no-answer': 'error_no_answer',
  'not-allowed': 'error_not_allowed',
  'bad-message': 'error_bad_message',
  'newer-version': 'error_newer_version',
  'write-failed': 'error_write_failed',
  gone: 'error_gone',
  'sync-offline': 'error_sync_offline',
  'sync-refused': 'error_sync_refused',
  'sync-busy': 'error_sync_busy',
  'sync-full': 'error_sync_full',
  'sync-server': 'error_sync_server',
  'sync-not-ours': 'error_sync_not_ours',
  'sync-locked': 'error_sync_locked',
  'sync-newer-format': 'error_sync_newer_format',
  'sync-damaged': 'error_sync_damaged',
  'sync-local': 'error_sync_local',
  'sync-no-permission': 'error_sync_no_permission',
};

/** What went wrong and what to do about it, in the reader's language. */
export function failureText(error: unknown): string {
  if (error instanceof RequestFailed && Object.hasOwn(words, error.code)) return text(words[error.code] ?? 'error_failed', error.detail);
  return text('error_failed', error instanceof RequestFailed ? error.detail : String(error));
}
