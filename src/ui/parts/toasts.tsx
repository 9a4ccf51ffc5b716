import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { text } from '../../i18n';
import type { Edited } from '../../messages/table';
import { RequestFailed, send } from '../../messages/send';
import { Button } from './button';
import { changed } from './changes';
import { failureText } from './failure';

interface Toast {
  id: number;
  words: string;
  undo: string | null;
  /** What is done once the reader can no longer take it back. */
  last: Last | null;
}

/** Something that cannot be taken back once it is done. */
interface Last {
  act: () => Promise<void>;
  /** The reader wants it no longer, or it failed. */
  takenBack: () => void;
}

export interface Toasts {
  /** Says something in passing; with the token of an edit, offers to take it back. */
  say: (words: string, undo?: string) => void;
  /**
   * Says what went wrong. What can make edits is drawn anew: the browser shows a switch that was pressed as the reader
   * wished it, and nothing but drawing it again shows it as it is.
   */
  failed: (error: unknown) => void;
  /**
   * Makes an edit, says what was done with a way back, and lets everything on the page ask again. A failure is
   * said too; the promise then is false.
   */
  edit: (make: () => Promise<Edited>, done: string) => Promise<boolean>;
  /**
   * For what cannot be taken back: says that it is done, offers Undo, and does it when that is over. When the page is
   * closed before, it is not done.
   */
  last: (words: string, act: () => Promise<void>, takenBack: () => void) => void;
}

/** Long enough to read a line and reach the button; a pointer or the focus on it stops the clock. */
const SECONDS = 12;
const Context = createContext<Toasts>({ say: () => undefined, failed: () => undefined, edit: async () => false, last: () => undefined });
let lastId = 0;

/** What the page says in passing; `useToasts` below it. */
export function ToastArea({ children }: { children: ComponentChildren }) {
  // One at a time: two buttons "Undo" would leave open which edit each takes back.
  const [toast, setToast] = useState<Toast | null>(null);
  const shown = useRef<Toast | null>(null);
  const show = useCallback((next: Toast | null) => {
    const before = shown.current;
    shown.current = next;
    setToast(next);
    before?.last?.act().catch((error: unknown) => {
      before.last?.takenBack();
      show({ id: (lastId += 1), words: failureText(error), undo: null, last: null });
    });
  }, []);
  const close = useCallback((id: number) => shown.current?.id === id && show(null), [show]);
  const say = useCallback(
    (words: string, undo?: string) => {
      // An edit that changed nothing has an empty token.
      show({ id: (lastId += 1), words, undo: undo === undefined || undo === '' ? null : undo, last: null });
    },
    [show],
  );
  const [failures, countFailure] = useState(0);
  const failed = useCallback(
    (error: unknown) => {
      say(failureText(error));
      countFailure((count) => count + 1);
    },
    [say],
  );
  const act = useMemo<Toasts>(
    () => ({
      say,
      failed,
      edit: async (make, done) => {
        try {
          const edited = await make();
          say(done, edited.undo);
          changed();
          return true;
        } catch (error) {
          failed(error);
          return false;
        }
      },
      last: (words, act, takenBack) => show({ id: (lastId += 1), words, undo: null, last: { act, takenBack } }),
    }),
    // A new value draws everything anew that uses it.
    [say, failed, show, failures],
  );
  const takeBack = useCallback(
    async ({ id, undo, last }: Toast) => {
      if (last !== null) {
        shown.current = null;
        last.takenBack();
        return say(text('ui_undone'));
      }
      close(id);
      try {
        const edited = await send('undo', { token: undo ?? '' });
        say(text('ui_undone'), edited.undo);
        changed();
      } catch (error) {
        // What the journal no longer has cannot be asked for again; everything else can.
        say(failureText(error), error instanceof RequestFailed && error.code === 'gone' ? undefined : (undo ?? undefined));
      }
    },
    [close, say],
  );
  useUndoKey(toast, takeBack);
  return (
    <Context.Provider value={act}>
      {children}
      <div class="toasts" role="status">
        {toast !== null && <Line key={toast.id} toast={toast} close={close} takeBack={takeBack} />}
      </div>
    </Context.Provider>
  );
}

function Line({ toast, close, takeBack }: { toast: Toast; close: (id: number) => unknown; takeBack: (toast: Toast) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(toast.id), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, toast.id, close]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{toast.words}</span>
      {(toast.undo !== null || toast.last !== null) && (
        <Button look="quiet" onClick={() => takeBack(toast)}>
          {text('ui_undo')}
        </Button>
      )}
    </div>
  );
}

/** Ctrl+Z (Command+Z) takes back the latest edit, except where it belongs to a text being written. */
function useUndoKey(toast: Toast | null, takeBack: (toast: Toast) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null) return;
      if (toast === null || (toast.undo === null && toast.last === null)) return;
      event.preventDefault();
      takeBack(toast);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [toast, takeBack]);
}

export const useToasts = (): Toasts => useContext(Context);
