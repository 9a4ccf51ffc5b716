import { counted, text } from '../../i18n';
import { patiently, send } from '../../messages/send';
import type { TagSeen } from '../../rules/known-tags';

/** Reads what came when the page of a tag was asked for; see readTagAnswer in the archives' room. */
export type ReadTag = (html: string) => TagSeen | 'unsorted' | null;

/** Asks the archive of this page about each tag, one after the other, and says what counts as the same. */
export async function learnSynonyms(names: readonly string[], readTag: ReadTag): Promise<string[]> {
  const said: string[] = [];
  for (const name of names) said.push(await learn(name, readTag).catch(() => text('panel_same_failed', name)));
  return said;
}

async function learn(name: string, readTag: ReadTag): Promise<string> {
  const asked = await patiently(() => send('look-up-tag', { name }));
  if (!asked.ok && asked.trouble === 'busy')
    return text('ask_trouble_busy', new Date(asked.until ?? 0).toLocaleTimeString(text('ui_language'), { timeStyle: 'short' }));
  const seen = asked.ok ? readTag(asked.html) : null;
  if (seen === 'unsorted') return text('tag_unsorted', name);
  if (seen === null) return text('panel_same_failed', name);
  await send('learn-tag', { ...seen, name, canonical: seen.canonical === seen.name ? name : seen.canonical });
  const filed = seen.canonical === seen.name ? [] : [text('tag_filed', seen.canonical)];
  const cut = seen.cut ? [text('tag_cut')] : [];
  const others = new Set([...seen.same, ...seen.below]).size + filed.length;
  return [counted('panel_same', others, name), ...filed, ...cut].join(' ');
}
