import type { Action } from '../../domain/verdict';
import type { ReadError } from '../text/read-error';

/** What can be wrong with a rule that is in a list. */
export type FindingCode = 'unreadable' | 'impossible' | 'duplicate' | 'shadowed' | 'expired' | 'unused' | 'matches-all' | 'unfiled';

/** What would put it right. */
export type Fix = { do: 'remove' } | { do: 'replace'; text: string } | { do: 'review' };

export interface Finding {
  code: FindingCode;
  /** Identity and list of the rule. */
  rule: string;
  list: string;
  fix: Fix;
  /** With `duplicate` and `shadowed`: the rule that does it already. */
  other?: { rule: string; list: string; action: Action };
  /** With `unreadable`. */
  error?: ReadError;
  /** With `impossible`: the conditions that exclude each other, as text. */
  conditions?: string[];
}
