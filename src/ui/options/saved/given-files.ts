/** A file that the reader has given, with its place below the folder that was given. */
export interface GivenFile {
  path: string;
  file: File;
  /** Chosen by itself, and not with its folder. */
  single: boolean;
}

/** Larger folders are no shelf of works; the rest is left. */
const MOST_FILES = 20_000;

/** Files from a file field, or from a field for folders. */
export const fromField = (files: Iterable<File>): GivenFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file, single: !file.webkitRelativePath }));

/**
 * What was dropped, folders with all that is in them. Has to be called in the event, whose data is gone afterwards.
 */
export function fromDrop(data: DataTransfer): Promise<GivenFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return Promise.resolve(fromField(data.files));
  return collect(entries);
}

async function collect(dropped: readonly FileSystemEntry[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  const waiting = dropped.map((entry) => ({ entry, single: true }));
  for (let next = waiting.shift(); next !== undefined && found.length < MOST_FILES; next = waiting.shift()) {
    const { entry, single } = next;
    if (isFolder(entry)) waiting.push(...(await listOf(entry)).map((inside) => ({ entry: inside, single: false })));
    else if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
      if (file !== null) found.push({ path: entry.fullPath.replace(/^\//, ''), file, single });
    }
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Browsers hand out a folder in portions, until one is empty. */
async function listOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A folder that may not be read is as an empty one.
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0 || all.length >= MOST_FILES) return all;
    all.push(...some);
  }
}
