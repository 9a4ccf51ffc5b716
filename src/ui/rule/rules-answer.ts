import { useCallback } from 'preact/hooks';
import { send } from '../../messages/send';
import type { RulesAnswer } from '../../messages/table';
import { useAnswer, type Asked } from '../parts/answer';
import { allLists } from './lists';

/** All rules and lists, asked again whenever they change; lists are complete (see allLists). */
export function useRules(): Asked<RulesAnswer> {
  const ask = useCallback(async () => {
    const answer = await send('get-rules', {});
    return { ...answer, lists: allLists(answer) };
  }, []);
  return useAnswer(ask);
}
