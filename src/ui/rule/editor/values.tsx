import type { Condition, Value } from '../../../rules/rule';
import type { Field, FieldKind } from '../../../rules/fields/field';
import { AmountValues } from './amount-values';
import { ChoiceValues } from './choice-values';
import { TextValues } from './text-values';

interface Props {
  field: Field;
  condition: Condition;
  change: (values: Value[]) => void;
}

/** Kinds whose values may hold any character, so that they need quotes in a line. */
const FREE: readonly FieldKind[] = ['name', 'text', 'language'];

/** The values of a condition, in the way that suits its field. */
export function Values({ field, condition, change }: Props) {
  if (field.kind === 'number' || field.kind === 'date') return <AmountValues condition={condition} change={change} kind={field.kind} />;
  if (field.kind !== 'language' && field.choices.length > 0) return <ChoiceValues condition={condition} change={change} choices={field.choices} />;
  return <TextValues condition={condition} change={change} quoted={FREE.includes(field.kind)} synonyms={field.synonyms} />;
}
