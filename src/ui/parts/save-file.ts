/** Hands the reader something to keep as a file of its own. */
export function saveFile(name: string, content: BlobPart, type = 'text/plain;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
