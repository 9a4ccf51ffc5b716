import { afterAll, beforeAll } from 'vitest';
import { type DemoArchive, startArchive } from './archive';
import { type Reader, type ReaderOptions, startReader } from './reader';

/*
 * What is there for every test of the file or block that asks for it: it starts before the first and is closed after
 * the last, also when a test fails. Only hooks and tests may use it, not what runs while tests are collected.
 */

/**
 * The demo archive.
 * @param prepare puts up the pages that the tests need
 */
export function openArchive(prepare: (archive: DemoArchive) => void = () => {}, works?: number): DemoArchive {
  const archive = duringTests('the demo archive', async () => {
    const started = await startArchive(works);
    prepare(started);
    return started;
  });
  return {
    get port() {
      return archive().port;
    },
    get asked() {
      return archive().asked;
    },
    get world() {
      return archive().world;
    },
    put: (path, page) => archive().put(path, page),
    close: () => archive().close(),
  };
}

/**
 * A browser with the extension.
 * @param archive what the browser has for a network
 * @param options asked for when the browser starts, so that they may name what hooks above have made
 */
export function openReader(browser: Reader['browser'], archive: DemoArchive, options: () => Omit<ReaderOptions, 'port'> = () => ({})): Reader {
  const reader = duringTests(browser, () => startReader(browser, { ...options(), port: archive.port }));
  return {
    browser,
    tab: (address) => reader().tab(address),
    own: (path) => reader().own(path),
    send: (name, body) => reader().send(name, body),
    addRules: (text) => reader().addRules(text),
    removeAllRules: () => reader().removeAllRules(),
    badge: (address) => reader().badge(address),
    tabNumber: (address) => reader().tabNumber(address),
    sleep: () => reader().sleep(),
    close: () => reader().close(),
  };
}

function duringTests<Thing extends { close(): Promise<void> }>(name: string, start: () => Promise<Thing>): () => Thing {
  let started: Thing | undefined;
  beforeAll(async () => void (started = await start()));
  afterAll(() => started?.close());
  return () => {
    if (started === undefined) throw new Error(`${name} is used before it was started: only hooks and tests have it`);
    return started;
  };
}
