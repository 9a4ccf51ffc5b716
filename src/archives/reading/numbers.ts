/**
 * The text that the archive itself writes into a cell: bare text and links. Other extensions add elements of their
 * own ("10,873" and then a chip "Medium, 44 min"), which are left out.
 */
export function ownText(cell: Element): string {
  let text = '';
  for (let node = cell.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeName === 'A') text += node.textContent ?? '';
  }
  return text;
}

/** The first number in a text, written as "1,234"; `null` when there is none. */
export function firstNumber(text: string): number | null {
  const digits = /\d[\d,]*/.exec(text)?.[0];
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : null;
}

/** "1,234", and where a site rounds "12k+" or "1.2m+", which stand for at least that many. */
export function rounded(text: string): number | null {
  const [, digits = '', unit] = /(\d[\d,]*(?:\.\d+)?)([km])?/i.exec(text) ?? [];
  const value = Number(digits.replaceAll(',', '')) * (unit === undefined ? 1 : unit.toLowerCase() === 'k' ? 1000 : 1_000_000);
  return digits !== '' && Number.isSafeInteger(Math.round(value)) ? Math.round(value) : null;
}

/** "3/9" or "3/?". */
export function chapterCounts(text: string): { posted: number; planned: number | null } | null {
  const [, before = '', behind = ''] = /(\d[\d,]*)\s*\/\s*(\d[\d,]*|\?)/.exec(text) ?? [];
  const posted = firstNumber(before);
  return posted === null ? null : { posted, planned: firstNumber(behind) };
}
