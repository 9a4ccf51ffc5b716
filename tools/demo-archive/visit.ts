import type { IncomingMessage } from 'node:http';
import type { RenderOptions, ViewerSpec, WorkSpec } from './markup/index';
import type { World } from './world/index';

/** One request for a page, with everything that decides how the page looks. */
export interface Visit {
  world: World;
  url: URL;
  /** The address's own query and, below it, what was chosen on `/demo`. */
  query: URLSearchParams;
  options: RenderOptions;
  viewer: ViewerSpec | null;
  /** The visitor agreed to see adult works. */
  adult: boolean;
  page: number;
  perPage: number;
}

/** Choices that `/demo` keeps in a cookie of this name, as a query. */
export const CHOICES_COOKIE = 'demo_choices';
export const ADULT_COOKIE = 'view_adult';

/** The account that stands for the reader when nobody else is named. */
export const READER = 'demo_reader';

function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)]));
}

const positive = (text: string | null, otherwise: number, most: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : otherwise;
};

/**
 * Reads the switches of an address; README.md of this folder lists them.
 */
export function visitOf(world: World, url: URL, request: IncomingMessage): Visit {
  const cookies = cookiesOf(request);
  const query = new URLSearchParams(cookies.get(CHOICES_COOKIE) ?? '');
  for (const [name, value] of url.searchParams) query.set(name, value);
  const login = query.get('login');
  const hidden = (query.get('hide') ?? '').split(',');
  const viewer: ViewerSpec | null =
    login === null || login === 'guest'
      ? null
      : { login: login === 'user' ? READER : login, hideWarnings: hidden.includes('warnings'), hideFreeforms: hidden.includes('freeforms') };
  const era = query.get('era');
  return {
    world,
    url,
    query,
    viewer,
    options: {
      viewer,
      ...(era === null ? {} : { era }),
      ...(url.hostname === 'superlove.sayitditto.net' ? { fork: 'superlove' as const } : {}),
    },
    adult: cookies.has(ADULT_COOKIE) || query.get('view_adult') === 'true' || viewer !== null,
    page: positive(query.get('page'), 1, 100_000),
    perPage: positive(query.get('per_page'), 20, 5_000),
  };
}

/** The work as this visitor gets it: their own works are marked as such. */
export function asSeen(visit: Visit, work: WorkSpec): WorkSpec {
  const login = visit.viewer?.login;
  return login !== undefined && work.authors.some((author) => author.login === login) ? { ...work, own: true } : work;
}

/** Works that listings show to this visitor: guests see no restricted ones, nobody sees unrevealed ones. */
export const listed = (visit: Visit, works: readonly WorkSpec[]): WorkSpec[] =>
  works.filter((work) => !visit.world.unrevealed.has(work.id) && (visit.viewer !== null || work.restricted !== true)).map((work) => asSeen(visit, work));
