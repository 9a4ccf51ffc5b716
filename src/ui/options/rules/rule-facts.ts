import { useEffect, useMemo, useState } from 'preact/hooks';
import { send } from '../../../messages/send';
import type { RuleFacts, RulesAnswer } from '../../../messages/table';
import type { FindingCode } from '../../../rules/health';
import { inSlices } from '../../parts/busy';
import { useToasts } from '../../parts/toasts';
import { loadEngine } from '../engine';
import { findingKey, type Known, type Query } from './find';

const WITH_FACTS: readonly string[] = ['edited', 'month', 'quarter'] satisfies Query['order'][];

/** What a search among the rules needs beside the rules, asked for when a search needs it, and again when rules change. */
export function useRuleFacts(answer: RulesAnswer, { order, health }: Query): Known {
  const [facts, setFacts] = useState<RuleFacts | null>(null);
  const [findings, setFindings] = useState<ReadonlyMap<string, readonly FindingCode[]> | null>(null);
  const { failed } = useToasts();
  const [needsFacts, needsFindings] = [WITH_FACTS.includes(order), health !== ''];
  useEffect(() => {
    if (!needsFacts) return;
    let gone = false;
    send('get-rule-facts', {}).then(
      (next) => gone || setFacts(next),
      (error: unknown) => gone || failed(error),
    );
    return () => {
      gone = true;
    };
  }, [answer, needsFacts]);
  useEffect(() => {
    if (!needsFindings) return;
    const stop = new AbortController();
    loadEngine(answer)
      .then((engine) => inSlices(engine.health(Date.now()), stop.signal, () => undefined))
      .then(
        (found) => found === null || setFindings(byRule(found)),
        (error: unknown) => stop.signal.aborted || failed(error),
      );
    return () => stop.abort();
  }, [answer, needsFindings]);
  return useMemo(() => ({ facts, findings }), [facts, findings]);
}

function byRule(all: readonly { rule: string; list: string; code: FindingCode }[]): ReadonlyMap<string, readonly FindingCode[]> {
  const found = new Map<string, FindingCode[]>();
  for (const { rule, list, code } of all) {
    const key = findingKey(rule, list);
    const there = found.get(key);
    if (there === undefined) found.set(key, [code]);
    else there.push(code);
  }
  return found;
}
