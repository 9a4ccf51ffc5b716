import type { Creator } from '../../domain/work';
import { decode, line } from '../reading/text';

/** A link to an account or one of its pseuds. The login is taken from the address, never from the parentheses. */
export function creatorOf(link: Element): Creator {
  const [, user, alias] = /\/users\/([^/?#]+)(?:\/pseuds\/([^/?#]+))?/.exec(link.getAttribute('href') ?? '') ?? [];
  const login = user === undefined ? null : decode(user);
  const shown = line(link);
  const suffix = ` (${login})`;
  const name = shown.endsWith(suffix) ? shown.slice(0, -suffix.length) : shown;
  return { name, login, pseud: alias === undefined ? null : decode(alias), id: null };
}

/** A creator who is only named, without an account on this archive. */
export const named = (name: string): Creator => ({ name, login: null, pseud: null, id: null });

/** Stands for a link in the text of a byline. */
export const LINK = '\u0000';

/**
 * Creators from a byline: its links, and its text without "by" and with `LINK` in their place. Understands
 * "Anonymous", "NAME [archived by LINK]" and, for works on other sites, "NAME".
 */
export function byline(links: readonly Element[], text: string): { creators: Creator[]; anonymous: boolean } {
  if (links.length > 0) {
    const imported = text.split(` [archived by ${LINK}]`).slice(0, -1);
    const linked = links.map(creatorOf).filter((creator, index, all) => all.findIndex((other) => other.login === creator.login && other.name === creator.name) === index);
    return { creators: [...imported.map((name) => named(name.replace(/^, /, ''))), ...linked], anonymous: text.startsWith('Anonymous [') };
  }
  const name = text.replace(/ ?\bfor \u0000.*$/, '');
  if (name === 'Anonymous') return { creators: [], anonymous: true };
  return { creators: name === '' ? [] : [named(name)], anonymous: false };
}

/** Account numbers among the classes of an item, in the archive's order: creators first, then a bookmarker. */
export function accountNumbers(item: Element): string[] {
  return [...item.className.matchAll(/(?:^|\s)user-(\d+)(?!\S)/g)].map(([, id = '']) => id);
}

/** How many accounts the creators stand for; two pseuds of one account are one. */
export const accounts = (creators: readonly Creator[]): string[] => [...new Set(creators.flatMap(({ login }) => (login === null ? [] : [login])))];

/** Creators with their number, where a single account leaves no doubt whose it is. */
export function withNumbers(creators: readonly Creator[], ids: readonly string[]): Creator[] {
  const [id] = ids;
  if (id === undefined || ids.length > 1 || accounts(creators).length !== 1) return [...creators];
  return creators.map((creator) => (creator.login === null ? creator : { ...creator, id }));
}
