import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What the proxy does to one request. */
export type Fault =
  | { kind: 'status'; status: number; headers?: OutgoingHttpHeaders }
  /** The upload ends in the middle of the body. */
  | { kind: 'cut-request' }
  /** The answer ends in the middle of the body. */
  | { kind: 'cut-response' }
  /** Half of the answer under its full length, then the connection ends; or under the half length, as if that were all. */
  | { kind: 'short-response' }
  | { kind: 'hang' }
  /** The server does it, the answer never comes. */
  | { kind: 'lose-reply' }
  /** The listing as it was some time ago. */
  | { kind: 'stale-listing' }
  | { kind: 'redirect'; to: string }
  /** The same bytes zipped, under a changed ETag, as some proxies do. */
  | { kind: 'gzip' }
  | { kind: 'login-page' }
  | { kind: 'clock'; offset: number };

interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A proxy on loopback in front of a server, that does to requests what `next` says, and remembers all it saw. */
export class FaultProxy {
  /** Decides for each request; null lets it pass. */
  next: (method: string) => Fault | null = () => null;
  /** Every byte that was sent by the client: request lines, headers and bodies. */
  readonly sent: Buffer[] = [];
  struck = 0;
  private listings: Answer[] = [];
  private readonly hanging = new Set<ServerResponse>();
  private readonly server = createServer((req, res) => void this.handle(req, res).catch(() => res.destroy()));

  constructor(private readonly target: string) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}/`;
  }

  async close(): Promise<void> {
    for (const res of this.hanging) res.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    this.sent.push(Buffer.from(`${req.method} ${req.url}\n${req.rawHeaders.join('\n')}\n`), body);
    const fault = this.next(req.method ?? '');
    if (fault) this.struck++;
    switch (fault?.kind) {
      case 'status':
        return void res.writeHead(fault.status, fault.headers).end('no');
      case 'redirect':
        return void res.writeHead(302, { Location: fault.to }).end();
      case 'login-page':
        return void res.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Please log in to the hotel network</body></html>');
      case 'hang':
        return void this.hanging.add(res);
      case 'cut-request':
        await this.forward(req, body, Math.floor(body.length / 2)).catch(() => undefined);
        return void res.destroy();
      case 'stale-listing':
        if (req.method === 'PROPFIND' && this.listings.length > 0) return this.answer(res, this.listings[Math.floor(this.listings.length / 2)]!);
    }
    const answer = await this.forward(req, body);
    if (req.method === 'PROPFIND') this.listings = [...this.listings.slice(-5), answer];
    if (fault?.kind === 'lose-reply') return void res.destroy();
    if (fault?.kind === 'clock') answer.headers['date'] = new Date(Date.now() + fault.offset).toUTCString();
    if (fault?.kind === 'gzip' && answer.body.length > 0) {
      answer.body = gzipSync(answer.body);
      Object.assign(answer.headers, { 'content-encoding': 'gzip', etag: '"zipped-gzip"' });
    }
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    if (fault?.kind === 'short-response') answer.body = half;
    if (fault?.kind === 'cut-response' && answer.body.length > 1) {
      res.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
      return void res.write(half, () => res.destroy());
    }
    this.answer(res, answer);
  }

  private answer(res: ServerResponse, { status, headers, body }: Answer): void {
    const bodiless = status === 204 || status === 304;
    res.writeHead(status, { ...headers, ...(!bodiless && { 'content-length': body.length }) }).end(bodiless ? undefined : body);
  }

  private forward(req: IncomingMessage, body: Buffer, cutAt = Infinity): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const url = new URL(req.url ?? '/', this.target);
      const { host: _, 'content-length': __, 'transfer-encoding': ___, connection: ____, ...headers } = req.headers;
      const out = request(url, { method: req.method, agent: false, headers: { ...headers, 'content-length': body.length } }, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const { 'transfer-encoding': ____, connection: _____, 'keep-alive': ______, ...rest } = incoming.headers;
          resolve({ status: incoming.statusCode ?? 502, headers: rest, body: Buffer.concat(parts) });
        });
      });
      out.on('error', reject);
      if (cutAt < body.length) out.write(body.subarray(0, cutAt), () => setTimeout(() => out.destroy(new Error('cut')), 20));
      else out.end(body);
    });
  }
}
