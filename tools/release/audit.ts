import { spawnSync } from 'node:child_process';
import type { LockedPackage } from './packages';

/** What the registry knows against the packages of the lock file. */
export interface Audit {
  /** False when there was no answer: no network, or a registry that does not tell. */
  answered: boolean;
  /** Known faults of what readers install: these stop a release. */
  grave: string[];
  /** Those of our tools. */
  other: string[];
}

interface Report {
  vulnerabilities?: Record<string, { severity: string; via: (string | { title: string })[] }>;
}

/**
 * Reads the answer of `npm audit --json`.
 * @param answer its output, whatever came of it
 */
export function readAudit(answer: string, packages: readonly LockedPackage[]): Audit {
  let report: Report;
  try {
    report = JSON.parse(answer) as Report;
  } catch {
    report = {};
  }
  const bundled = new Set(packages.filter((one) => one.bundled).map(({ name }) => name));
  const found = Object.entries(report.vulnerabilities ?? {}).map(([name, { severity, via }]) => {
    const titles = via.map((cause) => (typeof cause === 'string' ? `by ${cause}` : cause.title));
    return { grave: bundled.has(name), text: `${name} (${severity}): ${titles.join('; ')}` };
  });
  return {
    answered: report.vulnerabilities !== undefined,
    grave: found.filter(({ grave }) => grave).map(({ text }) => text),
    other: found.filter(({ grave }) => !grave).map(({ text }) => text),
  };
}

/** Asks the registry; takes a minute at most. */
export function audit(project: string, packages: readonly LockedPackage[]): Audit {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0'], { cwd: project, encoding: 'utf8', timeout: 60_000 });
  return readAudit(stdout ?? '', packages);
}
