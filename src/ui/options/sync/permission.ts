import { browser } from '../../../browser';

/**
 * Asks the browser for one server's address; has to be called straight from the press of a button.
 * @returns false when the reader says no, or the address is none
 */
export async function mayReach(url: string): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}
