import type { IncomingMessage } from 'node:http';
import { archives } from '../../src/archives/index';
import { renderErrorPage, renderStaticError, tooManyRequests } from './markup/index';
import { pageAt } from './routes';
import { type Reply, serve, type Server } from './server';
import { SCRIPT, STYLESHEET } from './stylesheet';
import { type Visit, visitOf } from './visit';
import { makeWorld, type World, type WorldOptions } from './world/index';

export interface DemoArchiveOptions extends WorldOptions {
  /** 0, the default, takes a free one. */
  port?: number;
}

type OwnPage = string | ((visit: Visit) => string | Reply);

/** A running demo archive. It answers to every host name that the extension knows. */
export interface DemoArchive extends Server {
  world: World;
  /**
   * Puts a page of the caller's own at a path; it goes before the archive's page there.
   * @param page the whole document, or a function that makes it or answers with something else
   */
  put(path: string, page: OwnPage): void;
}

/** Starts the demo archive on the loopback interface; README.md tells what it holds and which switches it knows. */
export async function startDemoArchive(options: DemoArchiveOptions = {}): Promise<DemoArchive> {
  const world = makeWorld(options);
  const own = new Map<string, OwnPage>();
  const hosts = archives.flatMap((archive) => archive.hosts);
  const server = await serve(hosts, (url, request) => answer(url, request, world, own), options.port ?? 0);
  return { ...server, world, put: (path, page) => void own.set(path, page) };
}

function answer(url: URL, request: IncomingMessage, world: World, own: ReadonlyMap<string, OwnPage>): Reply {
  if (url.pathname.startsWith('/stylesheets/')) return { type: 'text/css', body: url.pathname.includes('site_screen') ? STYLESHEET : '' };
  if (url.pathname.startsWith('/javascripts/')) return { type: 'text/javascript', body: url.pathname.endsWith('/application.js') ? SCRIPT : '' };
  const visit = visitOf(world, url, request);
  const failure = visit.query.get('status');
  if (failure !== null) return failed(Number(failure), visit);
  const page = own.get(url.pathname);
  const made = typeof page === 'function' ? page(visit) : page;
  const reply = made === undefined ? pageAt(visit) : typeof made === 'string' ? { body: made } : made;
  return reply === null ? failed(404, visit) : { ...reply, body: dressed(reply.body, visit) };
}

/** Answers of a site in trouble. */
function failed(status: number, visit: Visit): Reply {
  if (status === 429) return { status, type: 'text/plain; charset=utf-8', headers: { 'retry-after': '300' }, body: tooManyRequests };
  if (status === 502 || status === 503 || status === 507) return { status, body: renderStaticError(status) };
  return { status: status === 403 || status === 500 ? status : 404, body: renderErrorPage(status === 403 || status === 500 ? status : 404, visit.options) };
}

/**
 * The page with a dark skin when it is asked for, and with the contents of the items named in `paint` in magenta, so
 * that a test can look for that colour in what a browser paints.
 */
function dressed(body: string, visit: Visit): string {
  let page = visit.query.get('skin') === 'dark' ? body.replace('<html lang="en">', '<html lang="en" class="dark">') : body;
  const painted = (visit.query.get('paint') ?? '').split(',').filter((id) => /^\w+$/.test(id));
  if (painted.length > 0) {
    const style = painted.map((id) => `#${id}:not([data-foldaway]), #${id} > :not(foldaway-fold) { background: #f0f !important; }`).join('\n');
    page = page.replace('</head>', `<style>${style}</style></head>`);
  }
  return page;
}
