import type { SavedFile } from '../../src/ui/options/saved/saved-file';
import { ofSavedWork, readSaved } from './read-saved';

/** Where the text of a downloaded work begins; the tags are in front of it. */
const TEXT_BEGINS = /<div id="chapters"/;

/** Opens a file that was given and reads every work in it; the code that unpacks is loaded when it is first needed. */
export async function* openSaved(file: File, path: string): AsyncGenerator<SavedFile> {
  const { openSaved: open } = await import('../../src/archives/saved/open');
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  for await (const opened of open(path, { size: file.size, read })) {
    const { path: place, done } = opened;
    if (opened.kind === 'problem') yield { path: place, done, page: null, problem: opened.problem };
    else if (opened.kind === 'work') yield { path: place, done, page: await ofSavedWork(opened.work), problem: null };
    else {
      const end = opened.text.search(TEXT_BEGINS);
      // A page whose markup is not what it seems is no work, like every other file.
      const page = await readSaved(end === -1 ? opened.text : opened.text.slice(0, end), '').catch(() => null);
      const empty = page === null || (page.works.length === 0 && page.unreadable.length === 0);
      yield { path: place, done, page: empty ? null : page, problem: empty ? 'no-work' : null };
    }
  }
}
