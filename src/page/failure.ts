import { text, type MessageKey } from '../i18n';

/** Codes of refusals (see `RequestFailed`) that have words of their own. */
const TOLD = /^(no-answer|newer-version|write-failed|gone)$/;
const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code);

/** Why something that the reader wanted was not done, or may not have been: a background that does not answer may still have stored it. */
export function failureWords(error: unknown): string {
  const code = codeOf(error);
  return text(TOLD.test(code) ? (`error_${code.replace('-', '_')}` as MessageKey) : 'gate_failed');
}

/** Whether it is worth another try: what is no longer kept cannot be taken back. */
export const mayTryAgain = (error: unknown): boolean => codeOf(error) !== 'gone';
