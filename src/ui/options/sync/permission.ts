import { askFor } from '../../parts/permission';

/**
 * Asks the browser for the addresses of a server; has to be called straight from the press of a button.
 * @returns false when the reader says no, or one of them is none; true where there is nothing to ask for
 */
export async function mayReach(urls: readonly string[]): Promise<boolean> {
  const origins: string[] = [];
  for (const url of urls) {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:') return false;
    origins.push(`${protocol}//${hostname}/*`);
  }
  return origins.length === 0 || askFor(origins);
}
