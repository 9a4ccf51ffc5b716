import { foldName } from '../../domain/fold-name';

/**
 * What the reader typed to find something in a list: every word must be somewhere in what an entry says, without
 * regard to case, accents and kinds of quotes.
 * @returns tells of the texts of an entry whether it is found; they are only asked for when words were typed
 */
export function sought(typed: string): (said: () => readonly string[]) => boolean {
  const words = foldName(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (said) => {
    const all = foldName(said().join(' '));
    return words.every((word) => all.includes(word));
  };
}
