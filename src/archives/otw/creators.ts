import type { Creator } from '../../domain/work';
import { group, hrefOf } from '../reading/dom';
import { decode, line } from '../reading/text';

/** A creator who is only named, without an account on this archive. */
export const named = (name: string): Creator => ({ name, login: null, pseud: null, id: null });

/** A link to an account or one of its pseuds. The login is taken from the address, never from the parentheses. */
export function creatorOf(link: Element): Creator {
  const [, login = null, pseud = null] = /\/users\/([^/?#]+)(?:\/pseuds\/([^/?#]+))?/.exec(hrefOf(link))?.map(decode) ?? [];
  const shown = line(link);
  const suffix = ` (${login})`;
  return { ...named(shown.endsWith(suffix) ? shown.slice(0, -suffix.length) : shown), login, pseud };
}

/** Stands for a link in the text of a byline. */
const LINK = '\u0000';

/** Text of a heading from a node on, with `LINK` for each link. */
export function bylineText(first: Node | null): string {
  let text = '';
  for (let node = first; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeName === 'A') text += LINK;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Creators from a byline: its links, and its text without "by" and with `LINK` in their place. Understands
 * "Anonymous", "NAME [archived by LINK]" and, for works on other sites, "NAME".
 */
export function byline(links: readonly Element[], text: string): { creators: Creator[]; anonymous: boolean } {
  if (links.length > 0) {
    const imported = text.split(` [archived by ${LINK}]`).slice(0, -1);
    const linked = links
      .map(creatorOf)
      .filter((creator, index, every) => every.findIndex((other) => other.login === creator.login && other.name === creator.name) === index);
    return { creators: [...imported.map((name) => named(name.replace(/^, /, ''))), ...linked], anonymous: text.startsWith('Anonymous [') };
  }
  const name = text.replace(/ ?\bfor \u0000.*$/, '');
  const anonymous = name === 'Anonymous';
  return { creators: name && !anonymous ? [named(name)] : [], anonymous };
}

/** Account numbers among the classes of an item, in the archive's order: creators first, then a bookmarker. */
export const accountNumbers = (item: Element): string[] => [...item.classList].flatMap((token) => group(/^user-(\d+)$/, token) ?? []);

/** How many accounts the creators stand for; two pseuds of one account are one. */
export const accounts = (creators: readonly Creator[]): string[] => [...new Set(creators.flatMap(({ login }) => login ?? []))];
