import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import allowed from './licences.json' with { type: 'json' };
import { type LockedPackage, packagesOf } from './packages';

const everywhere = new Set(allowed.bundled);
const inDevelopment = new Set([...allowed.bundled, ...allowed.development]);

/** Whether an SPDX expression of single licences, `OR`, `AND` and one level of brackets is met by licences of the list. */
function isMet(expression: string, list: ReadonlySet<string>): boolean {
  const plain = expression.replace(/[()]/g, '');
  return plain.split(/\s+OR\s+/).some((part) => part.split(/\s+AND\s+/).every((licence) => list.has(licence.trim())));
}

/**
 * Packages whose licence is not in licences.json: what readers install may be under the licences named there as
 * `bundled`, what only builds and tests under those and the ones named as `development`.
 * @returns one sentence a package
 */
export function unwantedLicences(packages: readonly LockedPackage[]): string[] {
  return packages
    .filter(({ licence, bundled }) => licence === null || !isMet(licence, bundled ? everywhere : inDevelopment))
    .map(
      ({ path, version, licence, bundled }) =>
        `${path} ${version} ${licence === null ? 'states no licence' : `is under ${licence}`}, which tools/release/licences.json does not allow ${bundled ? 'in what we ship' : 'among our tools'}.`,
    );
}

const RULE = '-'.repeat(80);

/**
 * The text that goes into every package: our licence, and those of everything that is bundled, as their authors ask.
 * @throws when a bundled package is not installed
 */
export function notices(project: string): string {
  const parts = packagesOf(project)
    .filter(({ bundled }) => bundled)
    .map(({ path, name, version, licence }) => {
      const folder = join(project, path);
      if (!existsSync(folder)) throw new Error(`${path} is not installed: run npm ci`);
      const file = readdirSync(folder).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
      // Vite lists the licences of all that was used to make Vite; only its own concerns us.
      const text =
        file === undefined ? `Licence: ${licence ?? 'none stated'}` : readFileSync(join(folder, file), 'utf8').split(/^# Licenses of bundled dependencies/m)[0];
      return `${RULE}\n${name} ${version}\n\n${text?.trim() ?? ''}\n`;
    });
  return [
    readFileSync(join(project, 'LICENSE'), 'utf8').trim(),
    '\nFoldaway contains the following packages, each under the licence below its name.\n',
    ...parts,
  ]
    .join('\n')
    .replaceAll('\r\n', '\n');
}
