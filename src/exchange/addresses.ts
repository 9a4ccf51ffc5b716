import type { Condition } from '../rules/rule';
import { decoded, tagFromAddress } from './entries';
import { literal } from './patterns';

/** Hosts of the archive with these addresses, as its own list has them. */
const HOSTS = /^(?:www\.|insecure\.|secure\.|download\.|\*\.)?(?:archiveofourown\.(?:org|com|net|gay)|ao3\.org)$/i;
const ADDRESS = /^(?:[a-z*]{1,5}:\/\/)?([^/\s]{1,100})(\/[^\s]{0,1000})$/i;

/** Whether a text is an address of the archive, whatever page. */
export const isArchiveAddress = (text: string): boolean => HOSTS.test(ADDRESS.exec(text)?.[1] ?? '');

/**
 * What an address of the archive is about: a creator, a work, a series or a tag.
 * @returns null for other addresses
 */
export function addressCondition(text: string): Condition | null {
  const [, host = '', path = ''] = ADDRESS.exec(text.trim()) ?? [];
  if (!HOSTS.test(host)) return null;
  const [kind, name = '', more, pseud] = path.slice(1).split(/[/?#]/);
  if (name === '' || name.startsWith('*')) return null;
  if (kind === 'users') {
    const only = more === 'pseuds' && pseud !== undefined && pseud !== '' && !pseud.startsWith('*') ? decoded(pseud) : decoded(name);
    const isOther = only.toLowerCase() !== decoded(name).toLowerCase();
    return { field: 'creator', values: [{ type: 'creator', name: literal(decoded(name)), ...(isOther && { pseud: literal(only) }) }] };
  }
  if (kind === 'tags') return { field: 'tag', values: [{ type: 'name', text: literal(tagFromAddress(name)) }] };
  const id = /^(\d{1,15})\*?$/.exec(kind === 'collections' ? (pseud ?? '') : name)?.[1];
  if (id === undefined) return null;
  if (kind === 'series') return { field: 'series', values: [{ type: 'id', id, host: 'archiveofourown.org' }] };
  return kind === 'works' || (kind === 'collections' && more === 'works') ? { field: 'work', values: [{ type: 'id', id }] } : null;
}
