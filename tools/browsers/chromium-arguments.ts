import { archives } from '../../src/archives/index';

/**
 * Arguments that let a Chromium see the demo archive under the archives' own names and nothing else: every other
 * host name fails to resolve, so nothing leaves the machine.
 * @param port port of the demo archive
 * @param extension folder of the built extension, or null for none
 */
export function chromiumArguments(port: number, extension: string | null): string[] {
  const names = archives.flatMap((archive) => archive.hosts);
  return [
    ...(extension === null ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    `--host-resolver-rules=${names.map((name) => `MAP ${name}:443 127.0.0.1:${port}`).join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses to start as root with it
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-pings',
    '--metrics-recording-only',
    '--password-store=basic',
  ];
}
