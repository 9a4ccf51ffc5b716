import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import type { Finding } from '../../../rules/health';
import type { StoredRule } from '../../../rules/rule';
import { parseRule } from '../../../rules/text/parse';
import { toStored } from '../../../rules/text/print';
import { Busy, inSlices } from '../../parts/busy';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { loadEngine } from '../engine';
import { addressOf } from '../route';
import { findingWords } from './finding-words';

const SHOWN = 100;

/** Rules that do nothing, or nothing that another does not do, with what would put them right. Looked for on request. */
export function Health({ answer }: { answer: RulesAnswer }) {
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [asked, setAsked] = useState(0);
  const [done, setDone] = useState<number | null>(null);
  const { failed } = useToasts();
  const details = useRef<HTMLDetailsElement>(null);
  const close = (): void => details.current?.removeAttribute('open');
  useEffect(() => {
    if (asked === 0) {
      setDone(null);
      return;
    }
    const stop = new AbortController();
    setDone(0);
    loadEngine(answer)
      .then((engine) => inSlices(engine.health(Date.now()), stop.signal, setDone))
      .then(
        (found) => {
          if (found === null) return;
          setFindings(found);
          setDone(null);
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          failed(error);
          close();
        },
      );
    return () => stop.abort();
  }, [asked, answer]);
  return (
    <details ref={details} class="health" onToggle={(event) => setAsked(event.currentTarget.open ? (times) => times + 1 : 0)}>
      <summary>{text('options_health')}</summary>
      <div class="card">
        {(done !== null || findings === null) && <Busy words={text('options_health_looking')} done={done ?? 0} cancel={close} />}
        <p role="status">{findings !== null && (findings.length === 0 ? text('options_health_fine') : counted('popup_needs_look', findings.length))}</p>
        {findings !== null && (
          <ul class="entries">
            {findings.slice(0, SHOWN).map((finding) => (
              <Line key={`${finding.code} ${finding.rule}`} finding={finding} was={answer.rules.find(({ id }) => id === finding.rule)} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function Line({ finding: { code, rule, list, fix, other, conditions }, was = { id: rule } }: { finding: Finding; was: StoredRule | undefined }) {
  const { edit } = useToasts();
  const replace = (line: string): Promise<boolean> => {
    const read = parseRule(line);
    return edit(async () => {
      if (!read.ok) throw new Error(read.error.code);
      return send('change-rules', { changes: [{ rule: toStored({ ...read.rule, list }), was }] });
    }, text('options_rule_changed'));
  };
  return (
    <li class="entry row row-apart">
      <div class="grow">
        <code dir="auto">{rule}</code>
        <p class="quiet small">
          {text(findingWords[code])} {other !== undefined && <code dir="auto">{other.rule}</code>}{' '}
          {conditions !== undefined && <code dir="auto">{conditions.join(' · ')}</code>}
        </p>
      </div>
      <div class="row">
        <a class="button" href={addressOf('rules', rule)}>
          {text('options_edit')}
        </a>
        {fix.do === 'remove' && (
          <Button onClick={() => edit(() => send('remove-rules', { ids: [rule] }), text('options_rule_removed'))}>{text('options_remove')}</Button>
        )}
        {fix.do === 'replace' && <Button onClick={() => replace(fix.text)}>{text('ui_use_suggestion', fix.text)}</Button>}
      </div>
    </li>
  );
}
