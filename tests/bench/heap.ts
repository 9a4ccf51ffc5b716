import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What is alive in one place after everything that nobody holds any more is gone. */
export interface Alive {
  /** Bytes of the script heap. */
  heap: number;
  /** Functions: whatever still listens is one. In a page, those of the extension's own script. */
  functions: number;
  /** Listeners on the page's nodes, and the nodes; 0 where there are none. */
  listeners: number;
  nodes: number;
}

type Send = (method: string, parameters?: object) => Promise<Record<string, unknown>>;

/** Garbage may hold other garbage until it is collected. */
async function collect(send: Send): Promise<void> {
  for (let round = 0; round < 3; round++) await send('HeapProfiler.collectGarbage');
}

async function functionsIn(send: Send, where: object): Promise<number> {
  const { result } = (await send('Runtime.evaluate', { expression: 'Function.prototype', objectGroup: 'soak', ...where })) as { result: { objectId: string } };
  const { objects } = (await send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup: 'soak' })) as { objects: { description: string } };
  await send('Runtime.releaseObjectGroup', { objectGroup: 'soak' });
  return Number(/\d+/.exec(objects.description)?.[0] ?? Number.NaN);
}

const heapOf = async (send: Send): Promise<number> => (await send('Runtime.getHeapUsage'))['usedSize'] as number;

/** Looks into the extension's background, which the browser does not end while it is looked into. */
export async function watchWorker(context: BrowserContext): Promise<() => Promise<Alive>> {
  const browser = context.browser();
  if (browser === null) throw new Error('This browser gives no access to its debugging protocol');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  if (worker === undefined) throw new Error('The background is not awake');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const waiting = new Map<number, { done: (result: Record<string, unknown>) => void; failed: (error: Error) => void }>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    const { id, result, error } = JSON.parse(event.message) as { id?: number; result?: Record<string, unknown>; error?: { message: string } };
    const one = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || one === undefined) return;
    waiting.delete(id);
    if (error === undefined) one.done(result ?? {});
    else one.failed(new Error(error.message));
  });
  let last = 0;
  const send: Send = (method, params = {}) =>
    new Promise((done, failed) => {
      waiting.set(++last, { done, failed });
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: last, method, params }) }).catch(failed);
    });
  return async () => {
    const functions = await functionsIn(send, {});
    await collect(send);
    return { heap: await heapOf(send), functions, listeners: 0, nodes: 0 };
  };
}

/** Looks into a page; the functions are those of a script of the extension in a world of its own, where there is one. */
export async function watchPage(page: Page, world: string | null): Promise<() => Promise<Alive>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = session.send.bind(session) as unknown as Send;
  let context: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (name === world) context = id;
  });
  session.on('Runtime.executionContextsCleared', () => (context = undefined));
  await session.send('Runtime.enable');
  await session.send('Performance.enable');
  return async () => {
    const functions = world !== null && context === undefined ? 0 : await functionsIn(send, context === undefined ? {} : { contextId: context });
    await collect(send);
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return { heap: await heapOf(send), functions, listeners: metric('JSEventListeners'), nodes: metric('Nodes') };
  };
}
