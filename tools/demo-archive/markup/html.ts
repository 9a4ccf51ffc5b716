/** Markup that may be put into a page as it is. Only `html` and `raw` make it, so nothing unescaped gets in by accident. */
export class Html {
  constructor(readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

type Part = Html | readonly Part[] | string | number | null | undefined | false;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for element content and for attribute values in either kind of quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.source;
  return typeof part === 'object' ? part.map(write).join('') : escape(String(part));
}

/** Template for markup: strings and numbers are escaped, other markup is put in as it is, nothing and `false` vanish. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let source = strings[0] ?? '';
  parts.forEach((part, index) => {
    source += write(part) + (strings[index + 1] ?? '');
  });
  return new Html(source);
}

/** Markup that is known to be sound: what a writer typed into a summary, after the archive cleaned it. */
export const raw = (source: string): Html => new Html(source);

export const none = raw('');

/** Markup with a separator between, as the archive joins links with commas. */
export function joined(parts: readonly Html[], separator: string): Html {
  return raw(parts.map((part) => part.source).join(escape(separator)));
}
