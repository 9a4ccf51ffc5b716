import { createContext } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RulesAnswer } from '../../../messages/table';
import { useRules } from '../../rule/rules-answer';
import { loadEngine, type Engine } from '../engine';

/** The reader's rules, made ready once for all works of a page. */
export const EngineContext = createContext<() => Promise<Engine>>(() => Promise.reject(new Error('no rules')));

/** For the context above, and the rules themselves: made ready when somebody asks, and anew when they change. */
export function useEngine(): { engine: () => Promise<Engine>; answer: RulesAnswer | undefined } {
  const { value: answer } = useRules();
  const engine = useMemo(() => {
    let ready: Promise<Engine> | undefined;
    return () => (ready ??= loadEngine(answer ?? { rules: [], lists: [] }));
  }, [answer]);
  return { engine, answer };
}
