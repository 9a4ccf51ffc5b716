import type { Verdict } from '../../../domain/verdict';
import type { Work } from '../../../domain/work';
import { send } from '../../../messages/send';
import type { SavedPage } from '../tester/saved-page';
import type { GivenFile } from './given-files';
import type { FileProblem, SavedFiles } from './saved-file';

/** A work in a file that was given. */
export interface CheckedWork {
  /** Counts up; for lists on the page. */
  key: string;
  path: string;
  work: Work;
  page: SavedPage;
  /** Null until it is judged, and for what cannot be judged. */
  verdict: Verdict | null;
  themes: string[];
}

export interface FileTrouble {
  path: string;
  problem: FileProblem | 'unreadable-item';
}

/** How far a check is: what was found since the last report, and the bytes that are behind us. */
export interface Progress {
  works: CheckedWork[];
  troubles: FileTrouble[];
  /** Bytes that are read, of all. */
  done: number;
}

/** Works judged in one message. */
const BATCH = 25;
/** Progress is told this often at most, so that drawing does not slow the reading. In ms. */
const REPORT_EVERY = 150;

let count = 0;

/**
 * Reads files one after the other, and has their works judged as works of the archive that they are from. What goes
 * wrong in one file is reported and hinders no other.
 * @throws RequestFailed when the background does not answer
 */
export async function checkFiles(given: readonly GivenFile[], files: SavedFiles, signal: AbortSignal, report: (progress: Progress) => void): Promise<void> {
  let [before, told] = [0, performance.now()];
  let progress: Progress = { works: [], troubles: [], done: 0 };
  const tell = async (done: number): Promise<void> => {
    const judged = await judgeWorks(progress.works);
    if (signal.aborted) return;
    report({ works: judged, troubles: progress.troubles, done });
    progress = { works: [], troubles: [], done };
    told = performance.now();
    // Lets the page be drawn and its buttons be pressed.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  for (const { path, file } of given) {
    for await (const one of files.open(file, path)) {
      if (signal.aborted) return;
      take(one, progress);
      if (progress.works.length >= BATCH || performance.now() - told > REPORT_EVERY) await tell(before + Math.min(one.done, file.size));
    }
    before += file.size;
  }
  await tell(before);
}

function take({ path, page, problem }: { path: string; page: SavedPage | null; problem: FileProblem | null }, { works, troubles }: Progress): void {
  if (problem !== null) troubles.push({ path, problem });
  if (page === null) return;
  for (const work of page.works) works.push({ key: String((count += 1)), path, work, page, verdict: null, themes: [] });
  for (const item of page.unreadable) troubles.push({ path: `${path}: ${item.text}`, problem: 'unreadable-item' });
}

/** The same works with what the rules say of them now. */
export async function judgeWorks(works: readonly CheckedWork[]): Promise<CheckedWork[]> {
  const judged = new Map<CheckedWork, CheckedWork>();
  // Rules may be about an archive, so works of different ones are different messages.
  const groups = new Map<string, CheckedWork[]>();
  for (const one of works) {
    const key = `${one.page.archive} ${one.page.kind} ${one.page.own}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    for (let at = 0; at < group.length; at += BATCH) {
      const batch = group.slice(at, at + BATCH);
      const [{ page }] = batch as [CheckedWork];
      // Nobody has come across these works on a page, so it leaves no trace among those that were met.
      const [{ verdicts }, themes] = await Promise.all([
        send('judge', { url: page.address, page: page.kind, own: page.own, works: batch.map(({ work }) => work), prerendering: true }),
        Promise.all(batch.map(({ work }) => send('themes-of', { work }))),
      ]);
      for (const [index, one] of batch.entries())
        judged.set(one, { ...one, verdict: verdicts[index] ?? null, themes: themes[index]?.found.map(({ theme }) => theme) ?? [] });
    }
  }
  return works.map((one) => judged.get(one) ?? one);
}
