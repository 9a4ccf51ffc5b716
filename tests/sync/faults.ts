import { expect } from 'vitest';
import type { Backend } from '../../src/sync/backend';
import { SyncError, type SyncErrorCode } from '../../src/sync/error';
import type { Fault, FaultProxy } from './webdav/fault-proxy';

type Operation = 'list' | 'get' | 'put';
type Row = [code: SyncErrorCode, fault: Fault, operations: readonly Operation[]];

/** What goes wrong between a store and its server, and what sync has to make of it. */
export const FAULTS: Row[] = [
  ['offline', { kind: 'cut-request' }, ['put']],
  ['offline', { kind: 'lose-reply' }, ['list', 'get', 'put']],
  ['offline', { kind: 'cut-response' }, ['list', 'get']],
  ['server', { kind: 'status', status: 500 }, ['list', 'get', 'put']],
  ['busy', { kind: 'status', status: 503, headers: { 'Retry-After': '120' } }, ['list', 'get', 'put']],
  ['busy', { kind: 'status', status: 429 }, ['list', 'put']],
  ['refused', { kind: 'status', status: 401 }, ['list', 'get', 'put']],
  ['refused', { kind: 'status', status: 403 }, ['list', 'get', 'put']],
  ['server', { kind: 'status', status: 409 }, ['list', 'get', 'put']],
  ['server', { kind: 'status', status: 412 }, ['list', 'get', 'put']],
  ['busy', { kind: 'status', status: 423 }, ['put']],
  ['full', { kind: 'status', status: 507 }, ['put']],
  ['not-ours', { kind: 'login-page' }, ['list']],
  ['not-ours', { kind: 'short-response' }, ['list']],
  ['not-ours', { kind: 'redirect', to: 'http://elsewhere.invalid/' }, ['list', 'get', 'put']],
];

/** Checks one row. @param methods the HTTP method that each operation stands or falls with */
export async function isToldApart(proxy: FaultProxy, store: Backend, methods: Record<Operation, string>, [code, fault, operations]: Row): Promise<void> {
  proxy.next = () => null;
  await store.put('dev-x.a', new Uint8Array(2000).fill(7));
  const work = {
    list: () => store.list(),
    get: () => store.get('dev-x.a'),
    put: () => store.put('dev-x.b', new Uint8Array(3000)),
  };
  for (const operation of operations) {
    proxy.next = (method) => (method === methods[operation] ? fault : null);
    const error = await work[operation]().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error, operation).toBeInstanceOf(SyncError);
    expect([operation, (error as SyncError).code]).toEqual([operation, code]);
    if (fault.kind === 'status' && fault.headers) expect((error as SyncError).retryAfter).toBe(120_000);
  }
  proxy.next = () => null;
}
