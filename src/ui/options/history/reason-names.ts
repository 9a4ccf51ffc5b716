import { text, type MessageKey } from '../../../i18n';

const names: Record<string, MessageKey> = {
  edit: 'options_made_edit',
  page: 'options_made_page',
  import: 'options_made_import',
  merge: 'options_made_merge',
  undo: 'options_made_undo',
  restore: 'options_made_restore',
  daily: 'options_made_daily',
  migration: 'options_made_migration',
  expiry: 'options_made_expiry',
};

/** What made a step or a copy, in words; its code where a later version has added one. */
export function madeBy(code: string): string {
  const key = Object.hasOwn(names, code) ? names[code] : undefined;
  return key === undefined ? code : text(key);
}
