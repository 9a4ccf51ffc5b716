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
 * The forms under which a word may stand in the table: itself, then without plural, past or progressive ending.
 * "raping" -> raping, rape; "dies" -> dies, die; "rutting" -> rutting, rut.
 */
export function formsOf(word: string, known: (word: string) => boolean): string[] {
  const forms = known(word) ? [word] : [];
  const add = (form: string): void => {
    if (form.length >= 3 && form !== word && known(form) && !forms.includes(form)) forms.push(form);
  };
  const addStem = (stem: string): void => {
    add(stem);
    add(`${stem}e`);
    const last = stem.length - 1;
    if (last > 1 && stem[last] === stem[last - 1]) add(stem.slice(0, last));
  };
  if (word.length < 4) return forms;
  if (word.endsWith('s') && !word.endsWith('ss')) {
    add(word.slice(0, -1));
    if (word.endsWith('es')) add(word.slice(0, -2));
    if (word.endsWith('ies')) add(`${word.slice(0, -3)}y`);
  } else if (word.endsWith('ed')) {
    addStem(word.slice(0, -2));
    if (word.endsWith('ied')) add(`${word.slice(0, -3)}y`);
  } else if (word.endsWith('ing')) {
    addStem(word.slice(0, -3));
  }
  return forms;
}
