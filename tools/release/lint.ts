import { spawnSync } from 'node:child_process';

interface Remark {
  _type: string;
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/**
 * Mozilla's own check of packages.
 * @param path of a package or of a folder with a build
 * @returns every error, warning and notice; the release takes none
 * @throws when the check itself does not work
 */
export function lint(project: string, path: string): string[] {
  const { stdout, stderr, error } = spawnSync('npx', ['addons-linter', '--output', 'json', path], { cwd: project, encoding: 'utf8', maxBuffer: 1e9 });
  let report: { errors: Remark[]; warnings: Remark[]; notices: Remark[] };
  try {
    report = JSON.parse(stdout) as typeof report;
  } catch {
    throw new Error(`addons-linter did not answer: ${error?.message ?? stderr}`);
  }
  return [...report.errors, ...report.warnings, ...report.notices].map(
    ({ _type, code, message, file = '', line }) => `${_type} ${code}: ${message} ${file}${line === undefined ? '' : `:${line}`}`,
  );
}
