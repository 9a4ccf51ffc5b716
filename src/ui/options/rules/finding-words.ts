import type { MessageKey } from '../../../i18n';
import type { FindingCode } from '../../../rules/health';

/** What is wrong with a rule, in words. */
export const findingWords: Record<FindingCode, MessageKey> = {
  unreadable: 'options_health_unreadable',
  impossible: 'options_health_impossible',
  duplicate: 'options_health_duplicate',
  shadowed: 'options_health_shadowed',
  expired: 'options_health_expired',
  unused: 'options_health_unused',
  'matches-all': 'options_health_matches_all',
  unfiled: 'options_health_unfiled',
};

export const findingCodes = Object.keys(findingWords) as FindingCode[];
