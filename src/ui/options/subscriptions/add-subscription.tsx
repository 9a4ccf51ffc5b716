import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Answers } from '../../../messages/table';
import { printStored } from '../../../rules/text/print';
import { Busy } from '../../parts/busy';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { askFor } from '../../parts/permission';
import { useToasts } from '../../parts/toasts';
import { originOf, subscriptionFailure } from './subscription-words';

type Preview = Answers['preview-subscription'];

/** Looks at the list at an address, and subscribes to it when the reader says so. */
export function AddSubscription() {
  const [address, setAddress] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { edit } = useToasts();
  /** The newest look; what comes of an older or a cancelled one is of no interest any more. */
  const newest = useRef<object | null>(null);
  const [busy, setBusy] = useState(false);
  const cancel = (): void => {
    newest.current = null;
    setBusy(false);
  };
  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    setPreview(null);
    setProblem(null);
    const turn = {};
    newest.current = turn;
    const origin = originOf(address);
    try {
      // Only a press may ask for it, so it comes before anything that takes time.
      if (origin !== null && !(await askFor([origin]))) return setProblem(text('options_sub_refused'));
      setBusy(true);
      const found = await send('preview-subscription', { address: address.trim() });
      if (newest.current === turn) setPreview(found);
    } catch (error) {
      if (newest.current === turn) setProblem(subscriptionFailure(error));
    } finally {
      if (newest.current === turn) cancel();
    }
  };
  const subscribe = async (chosen: Preview): Promise<void> => {
    if (await edit(() => send('subscribe', { address: chosen.address }), text('options_sub_added', chosen.facts.name))) {
      setPreview(null);
      setAddress('');
    }
  };
  return (
    <section class="card" aria-labelledby="subscribe">
      <h2 id="subscribe">{text('options_subscribe')}</h2>
      <form onSubmit={look}>
        <Field label={text('options_sub_address')} hint={text('options_sub_address_hint')} problem={problem}>
          {(ids) => (
            <div class="row">
              <input {...ids} type="url" dir="ltr" class="input grow" value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
              <Button type="submit" disabled={address.trim() === ''}>
                {text('options_import_look')}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {busy && <Busy words={text('options_sub_looking')} cancel={cancel} />}
      {preview !== null && (
        <Found preview={preview}>
          <Button look="main" onClick={() => subscribe(preview)}>
            {text('options_subscribe')}
          </Button>
          <Button onClick={() => setPreview(null)}>{text('ui_cancel')}</Button>
        </Found>
      )}
    </section>
  );
}

/** A list that was looked at: what it says about itself, its rules, and below them what can be done. */
function Found({ preview: { facts, rules }, children }: { preview: Preview; children: ComponentChildren }) {
  return (
    <div class="stack" role="group" aria-label={facts.name}>
      <h3 dir="auto">{facts.name}</h3>
      <p class="quiet">{factsWords(facts).join(' · ')}</p>
      <Home facts={facts} />
      {facts.unreadable.length > 0 && (
        <Notice tone="warning" title={counted('options_import_faults', facts.unreadable.length)}>
          <ul>
            {facts.unreadable.map(({ line, text: written }) => (
              <li key={line}>
                <span class="quiet">{text('options_line_number', line)}</span> <code dir="auto">{written}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <details>
        <summary>{text('options_import_which')}</summary>
        <ul class="entries">
          {rules.map((rule) => (
            <li key={rule.id} class="entry">
              <code dir="auto">{printStored(rule)}</code>
            </li>
          ))}
        </ul>
      </details>
      <div class="row">{children}</div>
    </div>
  );
}

/** What a list says about itself, in short. */
export function factsWords({ rules, author, version, licence, expires }: Preview['facts']): string[] {
  const words = [counted('options_rules_count', rules)];
  if (author !== null) words.push(text('options_sub_author', author));
  if (version !== null) words.push(text('options_version', version));
  if (licence !== null) words.push(licence);
  if (expires !== null) words.push(counted('options_sub_expires', expires));
  return words;
}

/** Where the list's keeper writes about it: an address of the keeper's choice, opened only by a press. */
export function Home({ facts }: { facts: Preview['facts'] | null }) {
  if (facts === null || facts.home === null) return null;
  return (
    <p class="small">
      {text('options_sub_home')}:{' '}
      <a href={facts.home} target="_blank" rel="noreferrer" dir="ltr">
        {facts.home}
      </a>
    </p>
  );
}
