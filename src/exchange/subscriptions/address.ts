import type { SubscriptionChoice } from './subscription';

/** What is wrong with an address; null when a list may be fetched from it. */
export type AddressFault = 'not_an_address' | 'not_https' | 'has_password' | 'too_long';

export function addressFault(text: string): AddressFault | null {
  if (text.length > 2000) return 'too_long';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'not_an_address';
  }
  if (url.protocol !== 'https:') return 'not_https';
  // A name in the address would tell its server who reads the list.
  return url.username !== '' || url.password !== '' ? 'has_password' : null;
}

/** The host permission without which the browser does not let the list through; patterns have no ports. */
export const permissionFor = (address: string): string => `https://${new URL(address).hostname}/*`;

/**
 * A subscription to an address that has no fault. Its id follows from the address, so that two devices that
 * subscribe to the same list have it once.
 */
export function newSubscription(address: string): SubscriptionChoice {
  return { id: `sub-${shortHash(address)}`, address, on: true };
}

/** Two rounds of FNV-1a, 64 bits in all: enough to tell apart the few lists of a reader. */
function shortHash(text: string): string {
  const round = (start: number): string => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return round(0x811c9dc5) + round(0x050c5d1f);
}
