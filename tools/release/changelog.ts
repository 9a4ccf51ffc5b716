/** The part of the changelog about one version. */
export interface Entry {
  /** The day of the release, `2026-11-21`; null while it is being built. */
  date: string | null;
  /** What it says, without the heading. */
  text: string;
}

/**
 * Finds what CHANGELOG.md says of a version. Its headings are `## 1.2.3 (2026-11-21)`, or `(not released)` until then.
 * @returns null when the changelog does not have the version
 */
export function entryOf(version: string, changelog: string): Entry | null {
  const parts = changelog.split(/^## +/m).slice(1);
  const part = parts.find((one) => one.split(/[\s(]/)[0] === version);
  if (part === undefined) return null;
  const [heading = '', ...lines] = part.split('\n');
  return { date: /\((\d{4}-\d\d-\d\d)\)/.exec(heading)?.[1] ?? null, text: lines.join('\n').trim() };
}

/** What the release looks at before it builds anything. */
export interface State {
  version: string;
  changelog: string;
  /** Versions in order: package.json, package-lock.json. */
  lockVersion: string;
  /** What git calls changed or untracked, one a line. */
  changed: string;
  /** The commit that is checked out. */
  commit: string;
  /** The commit with the tag `v1.2.3`, null when there is none. */
  tagged: string | null;
}

/** @returns what stands in the way of releasing this version, as sentences; none when nothing does */
export function obstacles({ version, changelog, lockVersion, changed, commit, tagged }: State): string[] {
  const found: string[] = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) found.push(`${version} in package.json is no version of three numbers.`);
  if (lockVersion !== version) found.push(`package-lock.json says ${lockVersion}, package.json ${version}: run npm install.`);
  const entry = entryOf(version, changelog);
  if (entry === null) found.push(`CHANGELOG.md has no entry for ${version}: add "## ${version} (date)" with what readers will notice.`);
  else {
    if (entry.date === null) found.push(`CHANGELOG.md says that ${version} is not released: put the date of today there.`);
    if (!/^- \S/m.test(entry.text)) found.push(`The entry of ${version} in CHANGELOG.md says nothing.`);
  }
  if (changed.trim() !== '') found.push(`The tree has changes that are not committed:\n${changed.trimEnd()}`);
  if (tagged !== null && tagged !== commit) found.push(`v${version} is the tag of another commit already: raise the version (npm version).`);
  return found;
}
