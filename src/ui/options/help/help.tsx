import { useState } from 'preact/hooks';
import { text, type MessageKey } from '../../../i18n';
import { Button } from '../../parts/button';

/** What a section is for, in some sentences, and where the guide says more. */
export interface HelpWords {
  words: MessageKey;
  /** A page of the guide that comes with the extension, with the heading to begin at. */
  guide: string;
}

/** Sections by id whose help the reader has closed; on this device only, since it is no rule and no setting. */
const CLOSED = 'help-closed';

/** Where the browser is told to keep nothing for pages, the help is open each time. */
function closedNow(): string[] {
  try {
    return (localStorage.getItem(CLOSED) ?? '').split(' ').filter((id) => id !== '');
  } catch {
    return [];
  }
}

function keep(closed: string[]): void {
  try {
    localStorage.setItem(CLOSED, closed.join(' '));
  } catch {
    // As above.
  }
}

/** Whether the help of a section is open, as the reader left it. */
export function useHelp(section: string): { open: boolean; set: (open: boolean) => void } {
  const [open, setOpen] = useState(() => !closedNow().includes(section));
  const set = (next: boolean): void => {
    const others = closedNow().filter((id) => id !== section);
    keep(next ? others : [...others, section]);
    setOpen(next);
  };
  return { open, set };
}

/** The short explanation at the head of a section. */
export function Help({ id, help, close }: { id: string; help: HelpWords; close: () => void }) {
  return (
    <div id={id} class="help" role="note">
      <p>{text(help.words)}</p>
      <p class="row">
        <a href={`/${help.guide}`} target="_blank" rel="noreferrer">
          {text('help_guide')}
        </a>
        <Button look="quiet" onClick={close}>
          {text('help_close')}
        </Button>
      </p>
    </div>
  );
}
