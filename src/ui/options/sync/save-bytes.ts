/** Hands the reader a file that holds everything. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, encrypted: boolean): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `foldaway-${new Date().toISOString().slice(0, 10)}${encrypted ? '-encrypted' : ''}.foldaway`;
  link.click();
  // The browser has begun to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
