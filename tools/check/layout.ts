/** Longest line of code, in characters, where texts, patterns and templates count as 20 at most. Tests hold tables. */
const LONGEST = { code: 200, tests: 400 };
const LITERAL = 20;

const shortened = (line: string): string =>
  line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:[!&|?;{}\s])\/(?![/*])(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\//g, (literal) => literal.slice(0, LITERAL + 2));

/** A tab or an odd step means another editor's habits; text of several lines is its own affair. */
const oddIndent = (line: string): boolean => /^\s*\t/.test(line) || /^(?: {2})* (?![ *])/.test(line);

/** Where templates, that is texts of several lines, go on: lines whose blanks belong to a text. */
function insideTemplates(lines: readonly string[]): boolean[] {
  let open = false;
  return lines.map((line) => {
    const was = open;
    const ticks = line.replace(/\\./g, '').replace(/'`'/g, '').match(/`/g)?.length ?? 0;
    if (ticks % 2 === 1) open = !open;
    return was;
  });
}

/**
 * What is wrong with how a file is laid out; no more than what editors disagree about. See .editorconfig.
 * @param path decides what is asked of it
 * @returns `line: what`, one a fault
 */
export function layoutFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  if (text.startsWith('\u{feff}')) faults.push('1: starts with a byte order mark');
  if (text.includes('\r')) faults.push('1: has lines that end with a carriage return');
  if (text !== '' && !/[^\n]\n$/.test(text)) faults.push(`${text.split('\n').length}: does not end with exactly one line break`);
  const code = /\.(tsx?|mjs|css)$/.test(path);
  const most = path.startsWith('tests/') ? LONGEST.tests : LONGEST.code;
  const lines = text.split('\n');
  const templates = code ? insideTemplates(lines) : [];
  lines.forEach((line, index) => {
    if (templates[index] === true) return;
    if (/[ \t]$/.test(line) && !path.endsWith('.txt')) faults.push(`${index + 1}: ends with a blank`);
    if (code && oddIndent(line)) faults.push(`${index + 1}: is indented by something else than steps of two blanks`);
    const { length } = code ? shortened(line) : '';
    if (length > most) faults.push(`${index + 1}: has ${length} characters, ${most} are the most`);
  });
  return faults;
}
