import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const LIST =
  '---\nname: Squicks\nauthor: keeper\nversion: 1\nexpires: 2 days\n---\nfold tag: Omegaverse\nhide tag: Vore reason: list\nshow tag: Fix-It\nfold tag: "unread" nonsense\n';

/** A server of lists on loopback, with every fault that a list can meet, one a path. */
export class ListServer {
  text = LIST;
  etag = '"v1"';
  modified = 'Sat, 21 Nov 2026 03:00:00 GMT';
  /** Headers of the requests, in their order. */
  readonly seen: { path: string; headers: IncomingMessage['headers'] }[] = [];
  /** Bytes of the endless answer that were written before the client went away. */
  streamed = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ListServer> {
    const server = createServer();
    const lists = new ListServer(server);
    server.on('request', (request, response) => lists.answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return lists;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    this.seen.push({ path, headers: request.headers });
    const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
    switch (path) {
      case '/list':
        if (request.headers['if-none-match'] === this.etag) response.writeHead(304, { ETag: this.etag }).end();
        else response.writeHead(200, { ...plain, ETag: this.etag, 'Last-Modified': this.modified, 'Set-Cookie': 'reader=1' }).end(this.text);
        break;
      case '/unasked-304':
        response.writeHead(304).end();
        break;
      case '/elsewhere':
        response.writeHead(302, { Location: 'https://tracker.example/list' }).end();
        break;
      case '/busy':
        response.writeHead(429, { 'Retry-After': '7200' }).end('slow down');
        break;
      case '/html':
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>Log in</title>');
        break;
      case '/html-as-text':
        response.writeHead(200, plain).end('\n<!doctype html><html><body>fold tag: Fluff</body></html>');
        break;
      case '/binary':
        response.writeHead(200, plain).end(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]));
        break;
      case '/half-a-character':
        response.writeHead(200, plain).end(Buffer.from('fold tag: Fluff\nfold tag: Caf\u00e9').subarray(0, -1));
        break;
      case '/announced':
        response.writeHead(200, { ...plain, 'Content-Length': '6000000' });
        response.write('fold tag: Fluff\n');
        break;
      case '/endless':
        response.writeHead(200, plain);
        this.pour(response);
        break;
      case '/cut':
        response.writeHead(200, { ...plain, 'Content-Length': '5000' });
        response.write('fold tag: Fluff\n', () => setTimeout(() => response.destroy(), 20));
        break;
      case '/slow':
        response.writeHead(200, plain);
        response.write('fold tag: Fluff\n');
        break;
      case '/many':
        response.writeHead(200, plain).end(Array.from({ length: 50_001 }, (_, i) => `tag: t${i}`).join('\n'));
        break;
      case '/prose':
        response.writeHead(200, plain).end('Dear all,\nthe list has moved.\nBest wishes\n');
        break;
      default:
        response.writeHead(Number(path.slice(1)) || 404, plain).end('no');
    }
  }

  /** 100 MB in pieces, as long as somebody takes them. */
  private pour(response: ServerResponse): void {
    const piece = Buffer.from('fold tag: "something or other"\n'.repeat(2000));
    const more = (): void => {
      while (!response.destroyed && this.streamed < 100_000_000) {
        this.streamed += piece.length;
        if (!response.write(piece)) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  }
}
