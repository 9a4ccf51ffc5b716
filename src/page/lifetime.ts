import { connected } from '../messages/send';

/**
 * How long a content script lives: until a newer run of it starts in the same document, which happens when the
 * extension was updated. Stands in for WXT's own class of this name (an alias in wxt.config.ts), which is four times
 * as large, watches addresses and posts messages to the page.
 */
export class ContentScriptContext {
  private readonly life = new AbortController();
  readonly signal = this.life.signal;

  constructor(name: string) {
    const event = `foldaway-started-${name}`;
    // The old run lives in another world of the document; an event without contents is all that reaches it.
    document.dispatchEvent(new Event(event));
    // Scripts of the page can send it too: it ends nobody who is still of the extension that runs.
    document.addEventListener(event, () => connected() || this.life.abort(), { signal: this.signal });
  }
}
