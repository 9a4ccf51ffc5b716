import { text, type MessageKey } from '../../i18n';
import { RequestFailed } from '../../messages/send';

const words: Record<string, MessageKey> = {
  'no-answer': 'error_no_answer',
  'not-allowed': 'error_not_allowed',
  'bad-message': 'error_bad_message',
  'newer-version': 'error_newer_version',
  'write-failed': 'error_write_failed',
  gone: 'error_gone',
};

/** What went wrong and what to do about it, in the reader's language. */
export function failureText(error: unknown): string {
  if (error instanceof RequestFailed && Object.hasOwn(words, error.code)) return text(words[error.code] ?? 'error_failed', error.detail);
  return text('error_failed', error instanceof RequestFailed ? error.detail : String(error));
}
