import { useContext, useState } from 'preact/hooks';
import { counted, text, type MessageKey } from '../../../i18n';
import { DEFAULT_LIST } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { useToasts } from '../../parts/toasts';
import { ListOptions } from '../../rule/choices';
import { useRules } from '../../rule/rules-answer';
import { TradeContext, type Exported, type ListHead } from '../trade';
import { saveFile } from '../../parts/save-file';
import { GivenOut } from './remarks';
import { toShare } from './to-share';

/** Stands beside the identities of lists, which never hold a space. */
const CHOSEN = 'the chosen ones';

type Line = 'name' | 'author' | 'home' | 'licence';
const LINES: readonly [Line, MessageKey][] = [
  ['name', 'options_list_name'],
  ['author', 'options_share_author'],
  ['home', 'options_share_home'],
  ['licence', 'options_share_licence'],
];

/** A list for others, without anything that is the reader's own business. */
export function Share() {
  const { value: answer } = useRules();
  const { failed } = useToasts();
  const load = useContext(TradeContext);
  const chosen = toShare();
  const [what, setWhat] = useState(chosen === null ? DEFAULT_LIST : CHOSEN);
  const [head, setHead] = useState<ListHead>({});
  const [exported, setExported] = useState<Exported | null>(null);
  const lists = (answer?.lists ?? []).filter((list) => list.subscription !== true);
  const rules = (answer?.rules ?? []).filter((rule) => (what === CHOSEN ? chosen?.has(rule.id) === true : (rule.list ?? DEFAULT_LIST) === what));
  const save = async (): Promise<void> => {
    try {
      const said = Object.fromEntries(Object.entries(head).filter(([, value]) => String(value).trim() !== ''));
      const made = (await load()).exportText(rules, lists, { share: true, head: said });
      saveFile(made.fileName, made.text);
      setExported(made);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section class="card" aria-labelledby="share">
      <h2 id="share">{text('options_share')}</h2>
      <p class="quiet">{text('options_share_hint')}</p>
      <div class="details-grid">
        <Field label={text('options_export_what')}>
          {(ids) => (
            <select {...ids} class="input" value={what} onChange={(event) => setWhat(event.currentTarget.value)}>
              {chosen !== null && <option value={CHOSEN}>{counted('options_share_chosen', chosen.size)}</option>}
              <ListOptions lists={lists} />
            </select>
          )}
        </Field>
        {LINES.map(([line, label]) => (
          <Field key={line} label={text(label)}>
            {(ids) => (
              <input
                {...ids}
                class="input"
                type="text"
                dir="auto"
                maxLength={200}
                value={head[line] ?? ''}
                onInput={(event) => setHead({ ...head, [line]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Field label={text('options_share_expires')}>
          {(ids) => (
            <input
              {...ids}
              class="input"
              type="number"
              min={1}
              max={365}
              value={head.expires ?? 1}
              onInput={(event) => setHead({ ...head, expires: Math.min(365, Math.max(1, Math.round(event.currentTarget.valueAsNumber) || 1)) })}
            />
          )}
        </Field>
      </div>
      <div>
        <Button onClick={save} disabled={rules.length === 0}>
          {text('options_export_save')}
        </Button>
      </div>
      {exported !== null && <GivenOut exported={exported} />}
    </section>
  );
}
