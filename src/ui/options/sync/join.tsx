import { useRef, useState } from 'preact/hooks';
import type { Setup } from '../../../domain/sync-status';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { Notice } from '../../parts/notice';
import { TextField } from './text-field';

/** The setup text of another device, which fills in the form of the store that it is about. */
export function Join({ read }: { read: (setup: Setup | null) => void }) {
  const [words, setWords] = useState('');
  const [bad, setBad] = useState(false);
  const newest = useRef('');
  const change = async (value: string): Promise<void> => {
    setWords(value);
    newest.current = value;
    const setup = value.trim() === '' ? null : await send('sync-read-setup', { text: value }).catch(() => null);
    // Where it is typed, answers to what it was before may come later.
    if (newest.current !== value) return;
    setBad(value.trim() !== '' && setup === null);
    read(setup);
  };
  return (
    <section class="card" aria-label={text('sync_setup_text')}>
      <TextField label={text('sync_setup_text')} hint={text('sync_setup_hint')} value={words} change={(value) => void change(value)} />
      {bad && <Notice tone="bad" title={text('sync_setup_unreadable')} />}
    </section>
  );
}
