import type { RuleList, StoredRule } from '../../rules/rule';
import { exportAdvancedBlocker } from './advanced-blocker';
import { exportEnhancements } from './ao3-enhancements';
import { exportSavior } from './ao3-savior';
import type { Exported } from './parcel';

export { exportText, type KeptLine, type TextOptions } from './text';
export type { Exported } from './parcel';

/** Files for other blockers, by the id that their format has among the imports. */
export const exporters: Readonly<Record<string, (rules: readonly StoredRule[], lists: readonly RuleList[]) => Exported>> = {
  'ao3-savior': exportSavior,
  'advanced-blocker': exportAdvancedBlocker,
  'ao3-enhancements': exportEnhancements,
};
