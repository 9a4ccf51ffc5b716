import type { Listed } from '../backend';

/*
 * Reads the answer to PROPFIND without an XML parser: Chromium's worker has no DOMParser. Tolerant of what servers
 * send (measured: Apache mod_dav, nginx with dav-ext, lighttpd, rclone, webdav-server, sabre/dav): all prefixes,
 * properties in several blocks by status, absolute or relative addresses, entities in ETags, no ETag at all, folders
 * with a length.
 */

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text in front of each closing tag of that name, whatever its prefix. */
const pieces = (xml: string, tag: string): string[] => xml.split(new RegExp(`</(?:[\\w.-]+:)?${tag}\\s*>`, 'i')).slice(0, -1);

function textOf(xml: string, tag: string): string | null {
  const found = new RegExp(`<(?:[\\w.-]+:)?${tag}(?:\\s[^<>]*)?>([^<]*)<`, 'i').exec(xml);
  return found ? decode(found[1]!).trim() : null;
}

/** Files of the folder by name; `null` when the text is no complete multistatus answer. */
export function readMultistatus(xml: string): Listed[] | null {
  if (!/<(?:[\w.-]+:)?multistatus[\s>]/i.test(xml) || !/<\/(?:[\w.-]+:)?multistatus\s*>\s*$/i.test(xml)) return null;
  const files: Listed[] = [];
  for (const response of pieces(xml, 'response')) {
    const href = textOf(response, 'href');
    const found = pieces(response, 'propstat').filter((block) => /\s2\d\d(\s|$)/.test(textOf(block, 'status') ?? ' 200'));
    const props = found.join('');
    if (href === null || href.endsWith('/') || /<(?:[\w.-]+:)?collection[\s/>]/i.test(props)) continue;
    const name = nameOf(href);
    const size = Number(textOf(props, 'getcontentlength') ?? NaN);
    const modified = Date.parse(textOf(props, 'getlastmodified') ?? '');
    // Apache marks an ETag as weak for a second and then drops the mark: the same version either way.
    const version = textOf(props, 'getetag')?.replace(/^W\//, '');
    files.push({ name, version: version || null, size: Number.isFinite(size) ? size : null, modified: Number.isNaN(modified) ? null : modified });
  }
  return files;
}

function nameOf(href: string): string {
  const last =
    href
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
