import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { audit } from './release/audit';
import { build, command, differences, packed, rebuild, type Target, TARGETS } from './release/build';
import { entryOf, obstacles } from './release/changelog';
import { unwantedLicences } from './release/licences';
import { lint } from './release/lint';
import { packagesOf } from './release/packages';
import { billOfMaterials } from './release/sbom';
import { storePictures } from './release/screenshots';
import { sourcesOf } from './release/sources';
import { listings, permissionReasons } from './release/store-texts';
import { unzip, zip } from './release/zip';

/*
 * `npm run release`: everything that goes to the stores, into out/release/VERSION; docs/releasing.md says what to do with it.
 * `npm run release -- trial` does the same for a version that is not ready.
 * `npm run release -- check`: what can be said in seconds about the builds that are there; a part of `npm test`.
 */
const project = resolve(import.meta.dirname, '..');
const mode = process.argv[2] ?? 'release';
const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { name: string; version: string };
const read = (file: string): string => readFileSync(join(project, file), 'utf8');
const git = (...args: string[]): string => command(project, 'git', ...args).trim();

const faults: string[] = [];
/** Says how one thing stands, and remembers what is wrong with it. */
function say(what: string, found: readonly string[]): void {
  console.log(`${found.length === 0 ? 'ok' : 'NOT OK'}  ${what}`);
  for (const line of found) console.log(`        ${line.replaceAll('\n', '\n        ')}`);
  faults.push(...found);
}

function ready(): string[] {
  const tag = `v${version}`;
  return obstacles({
    version,
    changelog: read('CHANGELOG.md'),
    lockVersion: (JSON.parse(read('package-lock.json')) as { version: string }).version,
    changed: git('status', '--porcelain'),
    commit: git('rev-parse', 'HEAD'),
    tagged: git('tag', '--list', tag) === '' ? null : git('rev-parse', `${tag}^{commit}`),
  });
}

/** Compares packages with those that come out of the sources elsewhere. */
function same(packages: ReadonlyMap<Target, Buffer>, again: ReadonlyMap<Target, Buffer>): string[] {
  return [...again].flatMap(([target, bytes]) => {
    const here = packages.get(target) ?? zip(new Map());
    return here.equals(bytes)
      ? []
      : [`${target}: built from the sources zip, these files are others: ${differences(here, bytes).join(', ') || 'none, but the order or the form is'}`];
  });
}

function lintAll(folder: string, firefox: Buffer): string[] {
  const file = join(folder, `${name}-${version}-firefox.zip`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, firefox);
  return lint(project, file);
}

const permissionsOf = (chrome: Buffer): string[] =>
  (JSON.parse(Buffer.from(unzip(chrome).get('manifest.json') ?? '{}').toString()) as { permissions: string[] }).permissions;

/** The part that needs no network and no browser. */
function check(): void {
  const packages = new Map(TARGETS.map((target) => [target, packed(project, target)]));
  say('licences of all packages', unwantedLicences(packagesOf(project)));
  say('the changelog has this version', entryOf(version, read('CHANGELOG.md')) === null ? [`CHANGELOG.md has no entry for ${version}`] : []);
  say('the same bytes from the sources zip, unpacked elsewhere', same(packages, rebuild(zip(sourcesOf(project)), ['firefox'], join(project, 'node_modules'))));
  say("Mozilla's linter", lintAll(join(project, 'out/lint'), packages.get('firefox') ?? Buffer.alloc(0)));
  say(`store texts: ${listings(project).length}`, []);
  permissionReasons(project, permissionsOf(packages.get('chrome') ?? Buffer.alloc(0)));
}

async function release(): Promise<void> {
  const folder = join(project, 'out/release', version);
  const found = ready();
  if (mode === 'trial') for (const line of found) console.log(`trial   ${line}`);
  else say('ready to be released', found);
  if (faults.length > 0) return;
  rmSync(folder, { recursive: true, force: true });

  const dependencies = packagesOf(project);
  say('licences of all packages', unwantedLicences(dependencies));
  const known = audit(project, dependencies);
  say(known.answered ? 'known faults of what we ship' : 'known faults of packages: NOT CHECKED, the registry did not answer', known.grave);
  for (const line of known.other) console.log(`        among our tools: ${line}`);

  const sources = zip(sourcesOf(project));
  const packages = new Map(TARGETS.map((target) => [target, (build(project, target), packed(project, target))]));
  command(project, 'npx', 'tsx', 'tools/budgets.ts');
  say('budgets', []);
  say('the same bytes from the sources zip, unpacked and installed elsewhere', same(packages, rebuild(sources, TARGETS, null)));
  say("Mozilla's linter", lintAll(folder, packages.get('firefox') ?? Buffer.alloc(0)));

  const sums: string[] = [];
  const write = (path: string, contents: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
    sums.push(`${createHash('sha256').update(contents).digest('hex')}  ${path}`);
  };
  for (const [target, bytes] of packages) write(`${name}-${version}-${target}.zip`, bytes);
  write(`${name}-${version}-sources.zip`, sources);
  write('sbom.cdx.json', billOfMaterials(project, name));
  write('changes.md', `${entryOf(version, read('CHANGELOG.md'))?.text ?? ''}\n`);
  for (const { store, locale, name: title, summary, description } of listings(project))
    write(`store/${store}/${locale}.txt`, `${title}\n\n${summary}\n\n${description}\n`);
  write('store/permissions.txt', permissionReasons(project, permissionsOf(packages.get('chrome') ?? Buffer.alloc(0))));
  write('SHA256SUMS', `${sums.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`);
  const pictures = await storePictures(join(project, '.output/chrome-mv3'), join(folder, 'store/pictures'));
  say(pictures.length > 0 ? `store pictures: ${pictures.length}` : 'store pictures: NOT TAKEN, there is no Chromium here', []);
  console.log(`\nEverything is in ${folder}`);
}

try {
  if (mode === 'check') check();
  else if (mode === 'release' || mode === 'trial') await release();
  else throw new Error('Usage: npm run release [-- trial | check]');
} catch (error) {
  say('release', [error instanceof Error ? error.message : String(error)]);
}
process.exitCode = faults.length > 0 ? 1 : 0;
