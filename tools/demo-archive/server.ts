import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate';
import { sendStreamed, streamingOf } from './streaming';

/** What a page of the archive answers with. */
export interface Reply {
  status?: number;
  type?: string;
  body: string;
  headers?: Record<string, string>;
}

export interface Server {
  port: number;
  /** Every address that was asked for, oldest first, without its query switches being removed. */
  asked: string[];
  close(): Promise<void>;
}

/**
 * An https server on the loopback interface that sends pages whole or in pieces (see streaming.ts).
 * @param hosts names that its certificate is made out to
 * @param answer finds the reply for an address; whatever it throws becomes a 500 with the message
 * @param port 0 takes a free one
 */
export async function serve(hosts: readonly string[], answer: (url: URL, request: IncomingMessage) => Reply | Promise<Reply>, port = 0): Promise<Server> {
  const asked: string[] = [];
  const server = createServer(await makeCertificate(hosts), (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? hosts[0]}`);
    asked.push(url.href);
    void Promise.resolve()
      .then(() => answer(url, request))
      .catch((error: unknown) => ({
        status: 500,
        type: 'text/plain; charset=utf-8',
        body: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }))
      .then((reply) => send(response, url, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, url: URL, reply: Reply): Promise<void> {
  response.writeHead(reply.status ?? 200, {
    'content-type': reply.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-cache', // `no-store` would keep pages out of the browsers' back/forward cache
    ...reply.headers,
  });
  const streaming = streamingOf(url.searchParams);
  if (streaming === undefined) response.end(reply.body);
  else await sendStreamed(response, reply.body, streaming);
}
