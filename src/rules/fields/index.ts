import { closedFields } from './closed';
import { creatorFields } from './creators';
import { dateFields } from './dates';
import type { Field } from './field';
import { idFields } from './ids';
import { nameFields } from './names';
import { numberFields } from './numbers';
import { textFields } from './text';
import { themeFields } from './themes';

/** Every field of a condition. A new field is one entry of its family's file, or a new file and a line here. */
export const fields: readonly Field[] = [
  ...nameFields,
  ...creatorFields,
  ...idFields,
  ...themeFields,
  ...closedFields,
  ...textFields,
  ...numberFields,
  ...dateFields,
];

const byName = new Map(fields.map((field) => [field.name, field]));

export const fieldNamed = (name: string): Field | undefined => byName.get(name);

export const FIELD_NAMES: readonly string[] = fields.map((field) => field.name);
