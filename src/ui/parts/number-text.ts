import { text } from '../../i18n';

/** A number as the reader writes it. */
export const numberText = (value: number): string => new Intl.NumberFormat(text('ui_language')).format(value);
