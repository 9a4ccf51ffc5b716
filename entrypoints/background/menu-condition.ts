import type { Menus } from 'webextension-polyfill';
import { namedBy as namedStory } from '../../src/archives/fanfiction/address';
import { fanfictionSites } from '../../src/archives/fanfiction-sites';
import { optionalSites } from '../../src/archives/optional-sites';
import { meantBy } from '../../src/archives/otw/address';
import type { PageRule } from '../../src/messages/table';
import { workIn } from '../../src/domain/work-address';

const SOFTWARE = new Set(fanfictionSites.flatMap(({ hosts }) => hosts));

/** What an entry of the browser's menu is about, by the link or the words that it was opened on; null when that is nothing of a work. */
export function conditionOf(info: Menus.OnClickData): PageRule['when'][number] | null {
  if (info.menuItemId === 'text') {
    const words = (info.selectionText ?? '').trim().replace(/\s+/g, ' ').slice(0, 200);
    return words === '' ? null : { field: 'summary', values: [words] };
  }
  if (info.linkUrl === undefined) return null;
  const link = new URL(info.linkUrl);
  if (optionalSites.some(({ hosts }) => hosts.includes(link.hostname))) {
    const id = info.menuItemId === 'work' ? workIn(link) : undefined;
    return id === undefined ? null : { field: 'work', values: [id] };
  }
  const named = SOFTWARE.has(link.hostname) ? namedStory(link) : meantBy(link);
  if (named === null || named.kind !== info.menuItemId) return null;
  if (named.kind === 'series') return { field: 'series', values: [info.linkUrl] };
  if (!('name' in named)) return { field: named.kind, values: [named.id] };
  const ids = 'number' in named && typeof named.number === 'string' ? [named.number] : [];
  return { field: named.kind, values: [named.name], ids };
}
