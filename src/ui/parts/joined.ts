import { text } from '../../i18n';

type Style = 'and' | 'or' | 'unit';

/** Words as one enumeration in the language of the page: "a, b and c", "a, b or c", or "a, b, c". */
export function joined(parts: string[], style: Style): string {
  const type = style === 'and' ? 'conjunction' : style === 'or' ? 'disjunction' : 'unit';
  return new Intl.ListFormat(text('ui_language'), { type, style: style === 'unit' ? 'short' : 'long' }).format(parts);
}
