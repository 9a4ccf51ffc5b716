/*
 * Addresses of works and series: what rules say, archives' pages show and readers paste. Rules and archives never meet,
 * so the little that both have to know of it is here.
 */

/** Where the address of a work is not OTW's `/works/1`, by host without `www.`. */
const WORK_FOLDERS: Readonly<Record<string, string>> = {
  'fanfiction.net': 's',
  'fictionpress.com': 's',
  'ficbook.net': 'readfic',
  'fimfiction.net': 'story',
  'royalroad.com': 'fiction',
  'scribblehub.com': 'series',
};

function folderOf(host: string): string | undefined {
  const site = host.replace(/^(?:www|m)\./, '');
  return Object.hasOwn(WORK_FOLDERS, site) ? WORK_FOLDERS[site] : undefined;
}

/** Address of a work by its number. @param host with or without `www.` */
export const workAddress = (host: string, id: string): string => `https://${host}/${folderOf(host) ?? 'works'}/${id}`;

export const seriesAddress = (host: string, id: string): string => `https://${host}/series/${id}`;

/** OTW: `/works/1`, `/collections/x/works/1`, `/external_works/1`. */
const OTW_WORK = /^(?:\/collections\/[^/]+)?\/(?:works|external_works)\/(\d+)(?:[/?#.]|$)/;
const SERIES_PATH = /^\/series\/(\d+)(?:[/?#.]|$)/;
const ANY_PATH = /^.*?(\d+)/;

function workPath(host: string): RegExp {
  const folder = folderOf(host);
  return folder === undefined ? OTW_WORK : new RegExp(`^/${folder}/(\\d+)(?:[/?#.]|$)`);
}

/** The number of the work that an address names. */
export const workIn = ({ hostname, pathname }: URL): string | undefined => workPath(hostname).exec(pathname)?.[1];

const ADDRESS = /^(?:https?:\/\/)?(?:www\.|m\.)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(\/\S*)$/i;

/** Other names of one archive's host; a number means the same work on all of them. */
const ALIASES: Readonly<Record<string, string>> = {
  'ao3.org': 'archiveofourown.org',
  'archiveofourown.com': 'archiveofourown.org',
  'archiveofourown.net': 'archiveofourown.org',
  'archiveofourown.gay': 'archiveofourown.org',
  'archive.transformativeworks.org': 'archiveofourown.org',
};

/** Host, without `www.` and by the archive's usual name, and number, of what an address is about. */
export interface Numbered {
  host: string;
  id: string;
}

function numberedBy(text: string, pathOf: (host: string) => RegExp): Numbered | null {
  const [, written = '', rest = ''] = ADDRESS.exec(text) ?? [];
  const host = written.toLowerCase();
  const id = pathOf(host).exec(rest)?.[1];
  return id === undefined ? null : { id, host: Object.hasOwn(ALIASES, host) ? (ALIASES[host] ?? host) : host };
}

/** The work, or the series, that somebody has named by its address, as typed; null for anything else. */
export const workNamed = (text: string): Numbered | null => numberedBy(text, workPath);
export const seriesNamed = (text: string): Numbered | null => numberedBy(text, () => SERIES_PATH);

/** The host of the address of something that has a number. */
export const hostOf = (address: string): string | null => numberedBy(address, () => ANY_PATH)?.host ?? null;
