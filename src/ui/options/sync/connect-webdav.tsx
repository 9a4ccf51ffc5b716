import { useId, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { SyncChoice } from '../../../messages/table';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { ConnectPreview } from './connect-preview';
import { mayReach } from './permission';
import { choiceOf, emptyForm, faultOf, type Encryption, type WebdavForm } from './webdav-form';

/** The form for a WebDAV server: where, who, how encrypted; then what connecting would do, before anything is written. */
export function ConnectWebdav({ refresh }: { refresh: () => void }) {
  const id = useId();
  const [form, setForm] = useState(emptyForm);
  const [setup, setSetup] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [choice, setChoice] = useState<SyncChoice | null>(null);
  const set = (part: Partial<WebdavForm>): void => {
    setForm({ ...form, ...part });
    setChoice(null);
    setProblem(null);
  };
  const readSetup = async (words: string): Promise<void> => {
    setSetup(words);
    setProblem(null);
    if (words.trim() === '') return;
    const read = await send('sync-read-setup', { text: words }).catch(() => null);
    if (read === null) setProblem(text('sync_setup_unreadable'));
    else set({ url: read.url, user: read.user, folder: read.folder, encryption: read.code === '' ? 'passphrase' : 'code', secret: read.code });
  };
  const check = async (): Promise<void> => {
    const fault = faultOf(form);
    if (fault !== null) return setProblem(fault);
    // Asked first: the browser wants to see the press.
    if (!(await mayReach(form.url))) return setProblem(text('sync_permission_refused'));
    setProblem(null);
    setChoice(choiceOf(form));
  };
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('sync_connect_webdav')}</h2>
      <p class="quiet">{text('sync_connect_webdav_hint')}</p>
      <TextField label={text('sync_setup_text')} hint={text('sync_setup_hint')} value={setup} change={(words) => void readSetup(words)} />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <TextField label={text('sync_url')} hint={text('sync_url_hint')} value={form.url} change={(url) => set({ url })} />
        {form.url.startsWith('http:') && <Notice tone="warning" title={text('sync_insecure')} />}
        <TextField label={text('sync_user')} value={form.user} change={(user) => set({ user })} />
        <TextField label={text('sync_password')} hint={text('sync_password_hint')} hidden value={form.password} change={(password) => set({ password })} />
        <TextField label={text('sync_folder')} value={form.folder} change={(folder) => set({ folder })} />
        <EncryptionField form={form} set={set} />
        {problem !== null && <Notice tone="bad" title={problem} />}
        <div class="row">
          <Button type="submit" look="main">
            {text('sync_look')}
          </Button>
        </div>
      </form>
      {choice !== null && <ConnectPreview key={JSON.stringify(choice)} choice={choice} done={refresh} failed={(error) => setProblem(failureText(error))} />}
    </section>
  );
}

function EncryptionField({ form, set }: { form: WebdavForm; set: (part: Partial<WebdavForm>) => void }) {
  return (
    <>
      <Field label={text('sync_encryption')} hint={text('sync_encryption_hint')}>
        {(ids) => (
          <select {...ids} class="input" value={form.encryption} onChange={(event) => set({ encryption: event.currentTarget.value as Encryption, secret: '' })}>
            <option value="new-code">{text('sync_encryption_new_code')}</option>
            <option value="code">{text('sync_encryption_code')}</option>
            <option value="passphrase">{text('sync_encryption_passphrase')}</option>
            <option value="none">{text('sync_encryption_none')}</option>
          </select>
        )}
      </Field>
      {form.encryption === 'code' && <TextField label={text('sync_code')} value={form.secret} change={(secret) => set({ secret })} />}
      {form.encryption === 'passphrase' && <TextField label={text('sync_passphrase')} hidden value={form.secret} change={(secret) => set({ secret })} />}
    </>
  );
}

function TextField(props: { label: string; hint?: string; hidden?: boolean; value: string; change: (value: string) => void }) {
  const { label, hint, hidden = false, value, change } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => {
        const rest = {
          ...ids,
          class: 'input',
          value,
          spellcheck: false,
          onInput: (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
        };
        return hidden ? <input type="password" autocomplete="off" {...rest} /> : <input type="text" dir="auto" autocomplete="off" {...rest} />;
      }}
    </Field>
  );
}
