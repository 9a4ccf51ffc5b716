import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the built extension with one thing broken on purpose. */
export interface Mutant {
  folder: string;
  remove(): Promise<void>;
}

interface Manifest {
  version?: string;
  background?: { service_worker?: string; scripts?: string[] };
  content_scripts?: { css?: string[] }[];
}

/** Without the style sheet that covers items until they are judged: a test that stays green on it proves nothing. */
export function withoutCurtain(built: string): Promise<Mutant> {
  return mutate(built, (_folder, manifest) => {
    const sheets = manifest.content_scripts?.filter((script) => script.css !== undefined) ?? [];
    if (sheets.length === 0) throw new Error('This build has no style sheet to remove');
    for (const script of sheets) delete script.css;
  });
}

/** Another version, otherwise the same: what an update brings. */
export function withVersion(built: string, version: string): Promise<Mutant> {
  return mutate(built, (_folder, manifest) => void (manifest.version = version));
}

/** With a background that takes every message and answers none. */
export function withoutAnswers(built: string): Promise<Mutant> {
  return mutate(built, (folder, manifest) => writeFile(join(folder, backgroundOf(manifest)), 'chrome.runtime.onMessage.addListener(() => true);\n'));
}

/**
 * With a background that answers no page of an archive until the extension's own pages say `wake`: what a reader
 * meets who presses Retry.
 */
export function withLateAnswers(built: string): Promise<Mutant> {
  const deaf = `{
  const { onMessage } = chrome.runtime;
  const add = onMessage.addListener.bind(onMessage);
  onMessage.addListener = (listener) => add((message, sender, reply) => {
    if (message === 'wake') chrome.storage.session.set({ awake: true }).then(() => reply('awake'));
    else chrome.storage.session.get('awake').then(({ awake }) => {
      if (awake || !sender.url.startsWith('https:')) listener(message, sender, reply);
    });
    return true;
  });
}
`;
  return mutate(built, async (folder, manifest) => {
    const file = join(folder, backgroundOf(manifest));
    await writeFile(file, deaf + (await readFile(file, 'utf8')));
  });
}

/** Moments at which `withHolds` can hold a background: before it hears a request, around a write, before it tells pages or fetches, before it answers. */
const MOMENTS = ['hearing', 'before storing', 'after storing', 'telling', 'fetching', 'answering'] as const;
export type Moment = (typeof MOMENTS)[number];

/**
 * With a background that stops at a moment for good when `hold` in the session's storage says so: `moment`, and the
 * name of the `request` that it is about (others go on). Then `held` is there, and a test can end it at just that moment.
 */
export function withHolds(built: string): Promise<Mutant> {
  const holding = `{
  let heard = '';
  const hold = async (moment, request) => {
    const { hold } = await chrome.storage.session.get('hold');
    if (moment === 'hearing' && request === hold?.request) heard = request;
    if (hold?.moment !== moment || hold.request !== (request ?? heard)) return;
    await chrome.storage.session.set({ held: true });
    await new Promise(() => {});
  };
  const around = (object, name, before, after) => {
    const act = object[name].bind(object);
    object[name] = (...given) => {
      const done = typeof given.at(-1) === 'function' ? given.pop() : undefined;
      const doing = hold(before).then(() => act(...given)).then(async (value) => (after && (await hold(after)), value));
      return done === undefined ? doing : void doing.then(done);
    };
  };
  around(chrome.storage.local, 'set', 'before storing', 'after storing');
  around(chrome.tabs, 'query', 'telling');
  around(globalThis, 'fetch', 'fetching');
  const { onMessage } = chrome.runtime;
  const add = onMessage.addListener.bind(onMessage);
  onMessage.addListener = (listener) => add((message, sender, reply) => {
    hold('hearing', message?.name).then(() => {
      listener(message, sender, (value) => hold('answering', message?.name).then(() => reply(value)));
    });
    return true;
  });
}
`;
  return mutate(built, async (folder, manifest) => {
    const file = join(folder, backgroundOf(manifest));
    await writeFile(file, holding + (await readFile(file, 'utf8')));
  });
}

/**
 * With shadow roots that tests and axe can look into, and with the words of one language whatever the browser's is.
 * Only for looking: that the page cannot look in there is a promise.
 */
export function withOpenRoots(built: string, locale = 'en'): Promise<Mutant> {
  return mutate(built, async (folder) => {
    for (const name of [
      'panel.js',
      ...(await readdir(join(folder, 'content-scripts'))).filter((one) => one.endsWith('.js')).map((one) => join('content-scripts', one)),
    ]) {
      const file = join(folder, name);
      const script = await readFile(file, 'utf8');
      const opened = script.replace(/mode:(["'`])closed\1/g, 'mode:"open"');
      if (opened !== script) await writeFile(file, opened);
    }
    for (const other of await readdir(join(folder, '_locales'))) {
      if (other !== locale) await cp(join(folder, '_locales', locale), join(folder, '_locales', other), { recursive: true });
    }
  });
}

function backgroundOf(manifest: Manifest): string {
  const script = manifest.background?.service_worker ?? manifest.background?.scripts?.[0];
  if (script === undefined) throw new Error('This build has no background script');
  return script;
}

async function mutate(built: string, change: (folder: string, manifest: Manifest) => Promise<void> | void): Promise<Mutant> {
  const folder = await mkdtemp(join(tmpdir(), 'foldaway-mutant-'));
  await cp(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await change(folder, manifest);
  await writeFile(file, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
