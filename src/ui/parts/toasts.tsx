import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { text } from '../../i18n';
import type { Edited } from '../../messages/table';
import { send } from '../../messages/send';
import { Button } from './button';
import { changed } from './changes';
import { failureText } from './failure';

interface Toast {
  id: number;
  words: string;
  undo: string | null;
}

export interface Toasts {
  /** Says something in passing; with the token of an edit, offers to take it back. */
  say: (words: string, undo?: string) => void;
  /**
   * Makes an edit, says what was done with a way back, and lets everything on the page ask again. A failure is
   * said too; the promise then is false.
   */
  edit: (make: () => Promise<Edited>, done: string) => Promise<boolean>;
}

/** Long enough to read a line and reach the button; a pointer or the focus on it stops the clock. */
const SECONDS = 12;
const Context = createContext<Toasts>({ say: () => undefined, edit: async () => false });
let lastId = 0;

/** What the page says in passing; `useToasts` below it. */
export function ToastArea({ children }: { children: ComponentChildren }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback((words: string, undo?: string) => {
    lastId += 1;
    // At most two: what was said before those is no longer news.
    setToasts((all) => [...all, { id: lastId, words, undo: undo ?? null }].slice(-2));
  }, []);
  const act = useMemo<Toasts>(
    () => ({
      say,
      edit: async (make, done) => {
        try {
          const edited = await make();
          say(done, edited.undo);
          changed();
          return true;
        } catch (error) {
          say(failureText(error));
          return false;
        }
      },
    }),
    [say],
  );
  const takeBack = useCallback(
    async (toast: Toast) => {
      close(toast.id);
      try {
        await send('undo', { token: toast.undo ?? '' });
        say(text('ui_undone'));
        changed();
      } catch (error) {
        say(failureText(error));
      }
    },
    [close, say],
  );
  useUndoKey(toasts, takeBack);
  return (
    <Context.Provider value={act}>
      {children}
      <div class="toasts" role="status">
        {toasts.map((toast) => (
          <Line key={toast.id} toast={toast} close={close} takeBack={takeBack} />
        ))}
      </div>
    </Context.Provider>
  );
}

function Line({ toast, close, takeBack }: { toast: Toast; close: (id: number) => void; takeBack: (toast: Toast) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(toast.id), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, toast.id, close]);
  return (
    <div class="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocusIn={() => setHeld(true)} onFocusOut={() => setHeld(false)}>
      <span>{toast.words}</span>
      {toast.undo !== null && (
        <Button look="quiet" onClick={() => takeBack(toast)}>
          {text('ui_undo')}
        </Button>
      )}
    </div>
  );
}

/** Ctrl+Z (Command+Z) takes back the latest edit, except where it belongs to a text being written. */
function useUndoKey(toasts: Toast[], takeBack: (toast: Toast) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null) return;
      const latest = toasts.findLast((toast) => toast.undo !== null);
      if (latest === undefined) return;
      event.preventDefault();
      takeBack(latest);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [toasts, takeBack]);
}

export const useToasts = (): Toasts => useContext(Context);
