import { counted, text, type MessageKey } from '../../../i18n';
import type { CheckedWork, FileTrouble } from './check-files';
import { verdictOf } from './find-works';

const problems: Record<FileTrouble['problem'], MessageKey> = {
  damaged: 'options_saved_problem_damaged',
  'too-large': 'options_saved_problem_too_large',
  bomb: 'options_saved_problem_bomb',
  locked: 'options_saved_problem_locked',
  nested: 'options_saved_problem_nested',
  'nothing-inside': 'options_saved_problem_nothing_inside',
  'other-kind': 'options_saved_problem_other_kind',
  'no-work': 'options_saved_problem_no_work',
  'unreadable-item': 'options_saved_problem_item',
};

export const problemText = (problem: FileTrouble['problem']): string => text(problems[problem]);

/** What a check has found, in one line. */
export function summary(works: readonly CheckedWork[], troubles: readonly FileTrouble[], skipped: number): string {
  const away = works.filter((one) => ['fold', 'hide'].includes(verdictOf(one))).length;
  return [
    counted('options_tester_read', works.length),
    counted('options_saved_away', away),
    ...(troubles.length > 0 ? [counted('options_saved_troubles', troubles.length)] : []),
    ...(skipped > 0 ? [counted('options_saved_skipped', skipped)] : []),
  ].join(' · ');
}
