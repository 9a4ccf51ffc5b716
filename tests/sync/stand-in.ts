import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it reached the stand-in. */
export interface Asked {
  method: string;
  /** With the leading slash, as it was sent. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answered {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A server on loopback that stands for a store's real one; an upload that is cut changes nothing. */
export async function startStandIn(answer: (asked: Asked) => Answered): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => response.destroy());
    request.on('end', () => {
      const { method = '', url: path = '/', headers } = request;
      const { status, headers: more = {}, body = '' } = answer({ method, path, headers, body: Buffer.concat(parts) });
      response.writeHead(status, more).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
