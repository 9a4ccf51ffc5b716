/**
 * Words as people type them, turned into the words they mean: leetspeak ("su1c1de"), censoring ("r*pe"), endings ("raped").
 * A reading counts only when it is a word of the table, so that "5+1" or "alpha!Steve" stay what they are.
 */

/** What a digit or sign stands for inside a word, first the usual reading. `!` and `1` are i or l. */
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'il', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'il' };

const SIGNS = /[0-9@$!]/g;

/** The word that a chunk with digits or signs among its letters stands for, if the table knows it. */
export function readLeet(chunk: string, known: (word: string) => boolean): string | undefined {
  if (!/[a-z]/.test(chunk) || /[2689]/.test(chunk)) return undefined;
  for (const choice of [0, 1]) {
    const word = chunk.replace(SIGNS, (sign) => LEET[sign]?.[choice] ?? LEET[sign]?.[0] ?? sign).replace(/[^a-z]/g, '');
    if (known(word)) return word;
  }
  return undefined;
}

/**
 * The word behind one with letters blanked out by `*`, `-`, `_`, `.` or `#`, one blank a letter ("r-pe"), out of the words that
 * people blank out; a run of stars may be of any length ("r***"). The first and at least one more thing must be visible.
 */
export function readCensored(chunk: string, candidates: readonly string[]): string | undefined {
  if (!/^[a-z][a-z*_.#-]*[*_.#-][a-z*_.#-]*$/.test(chunk)) return undefined;
  const fits = (word: string): boolean => {
    if (word.length !== chunk.length) return false;
    for (let i = 0; i < word.length; i++) {
      const c = chunk[i]!;
      if (c !== word[i] && /[a-z]/.test(c)) return false;
    }
    return true;
  };
  return candidates.find(fits);
}

/**
 * The forms under which a word may stand in the table: itself, then without plural, past or progressive ending; also some that are
 * no words. "raping" -> raping, rap, rape; "dies" -> dies, die, di, dy; "rutting" -> rutting, rutt, rutte, rut.
 */
export function formsOf(word: string): readonly string[] {
  const { length } = word;
  if (length < 4) return [word];
  if (word.endsWith('s')) {
    if (word.endsWith('ss')) return [word];
    const stem = word.slice(0, -1);
    if (word.endsWith('ies')) return [word, stem, `${word.slice(0, -3)}y`];
    return word.endsWith('es') ? [word, stem, word.slice(0, -2)] : [word, stem];
  }
  if (word.endsWith('ied')) return [word, word.slice(0, -1), `${word.slice(0, -3)}y`];
  if (word.endsWith('ed')) return [word, ...stemsOf(word.slice(0, -2))];
  return length > 5 && word.endsWith('ing') ? [word, ...stemsOf(word.slice(0, -3))] : [word];
}

function stemsOf(stem: string): string[] {
  const { length } = stem;
  if (length < 2) return [];
  return length > 2 && stem[length - 1] === stem[length - 2] ? [stem, `${stem}e`, stem.slice(0, -1)] : [stem, `${stem}e`];
}
