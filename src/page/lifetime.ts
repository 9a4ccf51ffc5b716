import { connected } from '../messages/send';

/**
 * How long a content script lives: until a newer run of it starts in the same document, which happens when the
 * extension was updated. Stands in for WXT's own class of this name (an alias in wxt.config.ts), which is four times
 * as large, watches addresses and posts messages to the page. Costs nothing where nobody asks for its signal.
 */
export class ContentScriptContext {
  private life: AbortController | undefined;

  constructor(private readonly name: string) {}

  get signal(): AbortSignal {
    return (this.life ??= this.begin()).signal;
  }

  private begin(): AbortController {
    const life = new AbortController();
    const event = `foldaway-started-${this.name}`;
    // The old run lives in another world of the document; an event without contents is all that reaches it.
    document.dispatchEvent(new Event(event));
    // Scripts of the page can send it too: it ends nobody who is still of the extension that runs.
    document.addEventListener(event, () => connected() || life.abort(), { signal: life.signal });
    return life;
  }
}
