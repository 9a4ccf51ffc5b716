import { DAY } from '../../domain/document';
import { text } from '../../i18n';

/** A moment as the reader writes it. @param at milliseconds since 1970 */
export const moment = (at: number): string => new Intl.DateTimeFormat(text('ui_language'), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** A day as the reader writes it. @param day days since 1970 */
export const dayText = (day: number, style: 'medium' | 'full' = 'medium'): string =>
  new Intl.DateTimeFormat(text('ui_language'), { dateStyle: style, timeZone: 'UTC' }).format(day * DAY);
