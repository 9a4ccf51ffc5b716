import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
  port: number;
  /** Host names that were asked for and refused: proof of what did not leave the machine. */
  refused: string[];
  close(): Promise<void>;
}

/**
 * A proxy that leads the given host names to a port of this machine and refuses all others. Firefox has no
 * switch that maps host names, but it takes a proxy.
 */
export async function startProxy(hosts: readonly string[], port: number): Promise<Proxy> {
  const refused: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket: Duplex) => {
    const host = (request.url ?? '').replace(/:\d+$/, '');
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    socket.on('error', () => socket.destroy());
    if (!hosts.includes(host)) {
      refused.push(host);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.once('close', () => onward.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
