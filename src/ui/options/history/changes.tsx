import { useCallback } from 'preact/hooks';
import { counted, text, themeName } from '../../../i18n';
import { send } from '../../../messages/send';
import { FORGOTTEN } from '../../../domain/devices';
import type { Json } from '../../../domain/document';
import type { Answers, RequestBody } from '../../../messages/table';
import type { StoredRule } from '../../../rules/rule';
import { printStored } from '../../../rules/text/print';
import { isCorrection, listCorrections } from '../../../rules/themes/corrections';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { useToasts } from '../../parts/toasts';

type Change = Answers['get-changes']['changes'][number];

/** What a step changed, or what going back to a copy would change: lines that went and lines that came, each with its own way back. */
export function Changes({ of, back = false }: { of: RequestBody<'get-changes'>; back?: boolean }) {
  const key = JSON.stringify(of);
  const ask = useCallback(() => send('get-changes', of), [key]);
  const { value, error } = useAnswer(ask);
  const { edit } = useToasts();
  if (error !== undefined) return <p class="problem">{failureText(error)}</p>;
  if (value === undefined) return null;
  if (value.all === 0) return <p class="quiet">{text('options_no_changes')}</p>;
  return (
    <ul class="changes">
      {value.changes.map((change) => (
        <li key={`${change.kind} ${change.id}`}>
          <Side sign={back ? '+' : '−'} said={back ? 'options_change_comes' : 'options_change_went'} words={wordsOf(change, 'before')} />
          <Side sign={back ? '−' : '+'} said={back ? 'options_change_goes' : 'options_change_came'} words={wordsOf(change, 'after')} />
          {'token' in of && value.all > 1 && (
            <Button look="quiet" onClick={() => edit(() => send('undo', { token: of.token, only: [change.id] }), text('ui_undone'))}>
              {text('options_take_back')}
            </Button>
          )}
        </li>
      ))}
      {value.all > value.changes.length && <li class="quiet">{counted('options_more_changes', value.all - value.changes.length)}</li>}
    </ul>
  );
}

interface SideProps {
  sign: string;
  said: 'options_change_comes' | 'options_change_went' | 'options_change_goes' | 'options_change_came';
  words: string | null;
}

function Side({ sign, said, words }: SideProps) {
  if (words === null) return null;
  return (
    <div class={sign === '+' ? 'change change-came' : 'change change-went'}>
      <span aria-hidden="true">{sign}</span> <span class="unseen">{text(said)}</span> <code dir="auto">{words}</code>
    </div>
  );
}

/** One side of a change as a line; lists and settings as their name and what they hold. */
function wordsOf(change: Change, side: 'before' | 'after'): string | null {
  const fields = change[side];
  if (fields === null) return null;
  if (change.kind === 'rule') return printStored({ ...(fields as Partial<StoredRule>), id: change.id });
  if (change.kind === 'line') return change.id.slice(change.id.indexOf('\n') + 1);
  if (change.kind === FORGOTTEN) return text('sync_forgotten', String(fields['name'] ?? ''));
  if (change.kind === 'setting' && isCorrection(change.id)) return correctionWords(change.id, fields['value'] ?? null);
  return `${change.id} ${JSON.stringify(fields)}`;
}

/** What was said of a tag and a theme; nothing once it is removed. */
function correctionWords(name: string, value: Json): string | null {
  const [correction] = listCorrections([[name, value]]);
  return correction === undefined
    ? null
    : text(correction.kind === 'clean' ? 'panel_not_theme' : 'panel_theme_done', correction.tag, themeName(correction.theme));
}
