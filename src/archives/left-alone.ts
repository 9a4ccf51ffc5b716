import { FANFICTION_REVIEWS, fanfictionSites } from './fanfiction-sites';
import { OPTIONAL_WORKS, optionalSites } from './optional-sites';

const LEFT_ALONE = [
  { sites: fanfictionSites, paths: [FANFICTION_REVIEWS] },
  { sites: optionalSites, paths: OPTIONAL_WORKS },
];

/** Whether an address is that of an archive's page on which nothing of ours runs. */
export function isLeftAlone({ hostname, pathname }: URL): boolean {
  return LEFT_ALONE.some(
    ({ sites, paths }) => sites.some(({ hosts }) => hosts.includes(hostname)) && paths.some((path) => pathname.startsWith(path.slice(0, -1))),
  );
}
