/** A name that says what it is and sorts by day: `foldaway-rules-2027-01-31.txt`. */
export function fileName(what: string, now: Date): string {
  const safe = what
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const day = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  return `foldaway-${safe === '' ? 'rules' : safe}-${day}.txt`;
}
