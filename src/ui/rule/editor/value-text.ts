import { seriesAddress, workAddress } from '../../../domain/work-address';
import type { Value } from '../../../rules/rule';

/** A value of a field as the reader types it into a field of its own, without the quotes that a line needs. */
export function valueText(field: string, value: Value): string {
  switch (value.type) {
    case 'name':
      return value.text;
    case 'regex':
      return `/${value.source}/${value.caseSensitive ? 'c' : ''}`;
    case 'creator':
      return value.name + (value.id === undefined ? '' : `#${value.id}`) + (value.pseud === undefined ? '' : ` (${value.pseud})`);
    case 'code':
      return value.code;
    case 'theme':
      return value.theme;
    case 'id':
      return value.host === undefined ? value.id : (field === 'series' ? seriesAddress : workAddress)(value.host, value.id);
    case 'number':
      return String(value.value);
    case 'range':
    case 'dates':
      return `${value.from}-${value.to}`;
    case 'date':
      return value.date;
    case 'age':
      return `${value.amount} ${value.unit}`;
  }
}
