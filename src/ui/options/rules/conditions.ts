import type { RulesAnswer } from '../../../messages/table';
import type { Condition } from '../../../rules/rule';
import { fromStored } from '../../../rules/text/parse';

/** The conditions of all rules that this version can read. */
export function* conditionsOf({ rules }: Pick<RulesAnswer, 'rules'>): Generator<Condition> {
  for (const stored of rules) {
    const read = fromStored(stored);
    if (read.ok) yield* [...read.rule.when, ...read.rule.unless];
  }
}
