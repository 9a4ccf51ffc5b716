import { text, type MessageKey } from '../../../i18n';

type Kind = 'format' | 'remark' | 'left' | 'error';

/** What reading a foreign list has to say, in words; its code where a later version has added one. */
export function exchangeWords(kind: Kind, code: string, detail = ''): string {
  const key = `exchange_${kind}_${code.replaceAll('-', '_')}`;
  const words = text(key as MessageKey, detail);
  return words === key ? code : words;
}

/** A file that cannot be imported as a whole says why with a code. */
export function importFailure(error: unknown): string {
  const { code, detail } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; detail?: unknown };
  if (typeof code === 'string') return exchangeWords('error', code, typeof detail === 'string' ? detail : '');
  return text('error_failed', String(error));
}
