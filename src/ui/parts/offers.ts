import { foldName } from '../../domain/fold-name';

const MOST = 8;

/** Names ready to be searched: folding 20,000 of them costs more than a key press may. */
interface Index {
  names: readonly string[];
  folded: string[];
}

const indexes = new WeakMap<readonly string[], Index>();

function indexOf(names: readonly string[]): Index {
  let index = indexes.get(names);
  if (index === undefined) indexes.set(names, (index = { names, folded: names.map(foldName) }));
  return index;
}

/** Few names that begin with what was typed, then those with a word that does; the list is searched again as it is. */
export function offersFor(typed: string, known: readonly string[]): string[] {
  const wanted = foldName(typed);
  if (wanted === '') return [];
  const { names, folded } = indexOf(known);
  const first: string[] = [];
  const second: string[] = [];
  for (const [at, name] of folded.entries()) {
    if (name === wanted) continue;
    if (name.startsWith(wanted)) first.push(names[at] ?? '');
    else if (second.length < MOST && (name.includes(` ${wanted}`) || name.includes(`/${wanted}`))) second.push(names[at] ?? '');
    if (first.length >= MOST) break;
  }
  return [...first, ...second].slice(0, MOST);
}
