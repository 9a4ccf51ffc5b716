import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { CodeShown } from './code-shown';

interface Shown {
  code: string | null;
  words: string;
  size: number;
  /** One path for all dark modules of the QR code. */
  path: string;
}

/** The sync code, and text and QR code for the second device: address, account, folder and code, never the server's password. */
export function SetupCode({ store, passphrase, codeToo }: { store: string; passphrase: boolean; codeToo: boolean }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const { failed } = useToasts();
  const show = async (): Promise<void> => {
    if (shown !== null) return setShown(null);
    try {
      const [{ text: words, code }, { encode }] = await Promise.all([send('sync-setup-text', { store }), import('uqr')]);
      if (words === null) return;
      const { data, size } = encode(words);
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
      setShown({ code, words, size, path });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <div class="stack">
      <div>
        <Button aria-expanded={shown !== null} onClick={() => void show()}>
          {text('sync_second_device')}
        </Button>
      </div>
      {shown !== null && (
        <>
          {codeToo && shown.code !== null && <CodeShown code={shown.code} />}
          {passphrase && <p>{text('sync_passphrase_not_kept')}</p>}
          <p class="quiet">{text('sync_second_device_hint')}</p>
          <svg class="setup-code" viewBox={`0 0 ${shown.size} ${shown.size}`} role="img" aria-label={text('sync_qr')} shape-rendering="crispEdges">
            <rect width={shown.size} height={shown.size} fill="#fff" />
            <path d={shown.path} fill="#000" />
          </svg>
          <textarea
            class="input input-code"
            dir="ltr"
            readOnly
            rows={4}
            aria-label={text('sync_setup_text')}
            value={shown.words}
            onFocus={(event) => event.currentTarget.select()}
          />
        </>
      )}
    </div>
  );
}
