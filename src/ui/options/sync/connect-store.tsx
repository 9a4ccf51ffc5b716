import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Setup } from '../../../domain/sync-status';
import { text } from '../../../i18n';
import type { Offer, SyncChoice } from '../../../messages/table';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { ConnectPreview } from './connect-preview';
import { EncryptionField } from './encryption-field';
import { mayReach } from './permission';
import { addressesOf, choiceOf, emptyForm, faultOf, filledForm, valueOf, type StoreForm } from './store-form';
import { TextField } from './text-field';

interface Props {
  offer: Offer;
  /** What a setup text says of this store, when the reader has given one. */
  setup: Setup | null;
  /** @param code the sync code that connecting has made */
  connected: (code: string | null) => void;
}

/** The form for a store, drawn from what it asks for; then what connecting would do, before anything is written. */
export function ConnectStore({ offer, setup, connected }: Props) {
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const [form, setForm] = useState(() => emptyForm(offer));
  const [problem, setProblem] = useState<string | null>(null);
  const [choice, setChoice] = useState<SyncChoice | null>(null);
  const change = (next: StoreForm): void => {
    setForm(next);
    setChoice(null);
    setProblem(null);
  };
  useEffect(() => {
    if (setup === null) return;
    change(filledForm(form, setup));
    // What a setup text leaves out is what the reader has to enter next.
    const secret = offer.fields.findIndex(({ kind }) => kind === 'secret');
    card.current?.querySelectorAll<HTMLInputElement>('form input')[Math.max(secret, 0)]?.focus();
  }, [setup]);
  const check = async (): Promise<void> => {
    const fault = faultOf(offer, form);
    if (fault !== null) return setProblem(fault);
    // Asked first: the browser wants to see the press.
    if (!(await mayReach(addressesOf(offer, form)))) return setProblem(text('sync_permission_refused'));
    setProblem(null);
    setChoice(choiceOf(offer, form));
  };
  const { fields, encrypted, words } = offer;
  return (
    <section class="card" aria-labelledby={id} ref={card}>
      <h2 id={id}>{text(words.connect)}</h2>
      <p class="quiet">{text(words.hint)}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        {fields.map((field) => (
          <TextField
            key={field.name}
            label={text(field.label)}
            hint={field.hint && text(field.hint)}
            hidden={field.kind === 'secret'}
            value={valueOf(form, field)}
            change={(value) => change({ ...form, values: { ...form.values, [field.name]: value } })}
          />
        ))}
        {addressesOf(offer, form).some((address) => address.startsWith('http:')) && <Notice tone="warning" title={text('sync_insecure')} />}
        {encrypted && <EncryptionField form={form} set={(part) => change({ ...form, ...part })} />}
        {(!encrypted || form.encryption === 'none') && <p class="quiet small">{text(words.readPlain)}</p>}
        {problem !== null && <Notice tone="bad" title={problem} />}
        <div class="row">
          <Button type="submit" look={encrypted ? 'main' : 'plain'}>
            {text('sync_look')}
          </Button>
        </div>
      </form>
      {choice !== null && <ConnectPreview key={JSON.stringify(choice)} choice={choice} done={connected} />}
    </section>
  );
}
