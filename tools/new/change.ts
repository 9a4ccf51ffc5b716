/** Something that cannot be made, told in one sentence. */
export class Refused extends Error {
  override name = 'Refused';
}

/** What a generator does to the project. */
export interface Plan {
  /** New files: path from the project's root, contents. */
  files: Map<string, string>;
  /** Files that get a line more, with their whole new contents. */
  edits: Map<string, string>;
  /** What the person does next, in order. */
  next: string[];
}

/** Reads a file of the project. */
export type Read = (path: string) => string;

/** `my-archive` as an identifier: `myArchive`. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** @throws Refused when a name is not in small letters and hyphens */
export function named(what: string, name: string | undefined): string {
  if (name === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new Refused(`The name of ${what} is in small letters, digits and hyphens: npm run new ${what.replace(/^an? /, '')} some-name`);
  return name;
}

/**
 * Adds an import in the order of the paths.
 * @throws Refused when the file has no imports
 */
export function withImport(text: string, line: string): string {
  const path = (one: string): string => /from '([^']+)'/.exec(one)?.[1] ?? '';
  const lines = text.split('\n');
  const imports = lines.filter((one) => one.startsWith('import '));
  if (imports.length === 0) throw new Refused('The list to be changed has no imports');
  const after = imports.filter((one) => path(one) < path(line)).at(-1);
  lines.splice(after === undefined ? lines.indexOf(imports[0] ?? '') : lines.indexOf(after) + 1, 0, line);
  return lines.join('\n');
}

/** @throws Refused when the text to be replaced is not there exactly once */
export function replaced(text: string, pattern: RegExp, by: (...parts: string[]) => string): string {
  if ((text.match(new RegExp(pattern, 'gm')) ?? []).length !== 1) throw new Refused(`The list to be changed is not as expected: ${pattern.source}`);
  return text.replace(pattern, by);
}
