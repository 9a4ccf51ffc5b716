import { useEffect, useState } from 'preact/hooks';

/** Where in the options we are: a section, and one thing in it (a rule, a list). */
export interface Route {
  section: string;
  detail: string | null;
}

/** Reads an address like `#/rules/tag%3A%20Fluff`; null when it names no section. */
function readRoute(hash: string): Route | null {
  const found = /^#\/([a-z-]+)(?:\/(.+))?$/.exec(hash);
  if (found?.[1] === undefined) return null;
  return { section: found[1], detail: found[2] === undefined ? null : decoded(found[2]) };
}

/** The address of a section, or of one thing in it, for a link on the same page. */
export function addressOf(section: string, detail?: string): string {
  return detail === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(detail)}`;
}

/** Where we are now; follows links and the back button. */
export function useRoute(): Route | null {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return readRoute(hash);
}

/** A hand-written address may hold a percent sign that encodes nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
