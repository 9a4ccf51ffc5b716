import { useId } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Answers } from '../../../messages/table';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';

type Correction = Answers['get-corrections'][number];

/** Tags of which the reader has said, on a page, that they are about a theme or are not. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <ul class="small" aria-label={text('theme_corrections')}>
      {corrections.map((one) => (
        <Row key={one.name} correction={one} />
      ))}
    </ul>
  );
}

function Row({ correction: { name, kind, tag } }: { correction: Correction }) {
  const id = useId();
  const { edit } = useToasts();
  return (
    <li class="row theme-correction">
      <span id={id} dir="auto">
        {text(kind === 'clean' ? 'theme_tag_clean' : 'theme_tag_added', tag)}
      </span>
      <Button
        look="quiet"
        aria-describedby={id}
        onClick={() => void edit(() => send('set-setting', { name, value: null }), text('theme_correction_removed', tag))}
      >
        {text('theme_correction_remove')}
      </Button>
    </li>
  );
}
