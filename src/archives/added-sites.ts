import type { Site } from './adapter';

/*
 * Sites on otwarchive that the reader adds by their address. Each is a setting of its own, so that two devices can
 * add different ones and both are heard; whether the browser lets us in is another thing on each device.
 */
const PREFIX = 'added-site:';

/** Name of the setting that holds an added site. */
export const settingOfSite = (host: string): string => PREFIX + host;

export const isSiteSetting = (name: string): boolean => name.startsWith(PREFIX);

const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;

/** The sites that the settings hold. Their id is their host, so that nothing of them is taken for another archive's. */
export function addedSites(settings: ReadonlyMap<string, unknown>): Site[] {
  const hosts = [...settings].filter(([name, value]) => isSiteSetting(name) && value === true).map(([name]) => name.slice(PREFIX.length));
  return hosts.filter((host) => HOST.test(host)).map(siteNamed);
}

/** A site by its host, as rules and pages know it. */
export const siteNamed = (host: string): Site => ({ id: host, name: host, hosts: [host] });

export type SiteFault = 'not_an_address' | 'not_https' | 'has_port';

/** The host of an address that somebody typed, with or without `https://` and whatever follows the host. */
export function hostOfSite(typed: string): { host: string } | { fault: SiteFault } {
  const address = typed.trim();
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  if (address === '' || !URL.canParse(full)) return { fault: 'not_an_address' };
  const { protocol, hostname, port, username } = new URL(full);
  if (!HOST.test(hostname) || username !== '') return { fault: 'not_an_address' };
  if (protocol !== 'https:') return { fault: protocol === 'http:' ? 'not_https' : 'not_an_address' };
  return port === '' ? { host: hostname } : { fault: 'has_port' };
}
