import fc from 'fast-check';
import { emptyWork } from '../../../src/domain/work';
import { workSchema } from '../../../src/domain/work-schema';
import { browser } from '../../../src/browser';
import { answerMessages, type Handlers } from '../../../src/messages/answer';
import { requests } from '../../../src/messages/table';
import { sample, type Area } from '../area';

const ID = 'fuzzed';
const NAMES = Object.keys(requests);
type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => void;

const value = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
const work = fc
  .dictionary(fc.constantFrom(...Object.keys(emptyWork('work')), '__proto__'), value, { maxKeys: 4 })
  .map((odd) => ({ ...emptyWork('work'), ...odd }));
const body = fc.oneof(
  value,
  fc.dictionary(
    fc.constantFrom(
      'url',
      'page',
      'own',
      'work',
      'works',
      'rule',
      'list',
      'token',
      'only',
      'text',
      'name',
      'value',
      'tab',
      'item',
      'ids',
      'choice',
      '__proto__',
    ),
    fc.oneof(value, work, fc.array(work, { maxLength: 3 }), fc.constant('https://archive.test/works')),
    { maxKeys: 6 },
  ),
);
const message = fc.oneof(value, fc.record({ name: fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom('__proto__', 'constructor', 'toString')), body }));
const sender = fc.oneof(
  fc.constant({ id: ID, url: 'https://archive.test/works', tab: { id: 1 }, frameId: 0 }),
  fc.constant({ id: ID, url: `chrome-extension://${ID}/options.html` }),
  fc.record({ id: fc.oneof(fc.constant(ID), fc.string()), url: fc.oneof(fc.webUrl(), fc.string(), fc.constant(undefined)), frameId: fc.nat(3) }),
);

/** The background's door, with handlers that take whatever the door lets in. */
function openDoor(): Listener {
  let door: Listener | undefined;
  Object.defineProperty(browser.runtime, 'id', { configurable: true, value: ID });
  Object.defineProperty(browser.runtime, 'getURL', { configurable: true, value: (path: string) => `chrome-extension://${ID}/${path}` });
  Object.defineProperty(browser.runtime.onMessage, 'addListener', { configurable: true, value: (added: Listener) => (door = added) });
  answerMessages(new Proxy({} as Handlers, { get: (_, name) => () => name }), ({ hostname }) => hostname === 'archive.test');
  if (door === undefined) throw new Error('Nobody listens');
  return door;
}

/** Messages: each is answered, and nothing gets in that is not of its shape. */
export const messages: Area = {
  name: 'messages',
  most: 100_000,
  runs: 4,
  async run(seed) {
    const door = openDoor();
    for (const [said, by] of sample(fc.tuple(message, sender), seed, 150)) {
      const reply = await new Promise((resolve) => door(said, by, resolve));
      const { ok, error } = reply as { ok?: unknown; error?: { code?: unknown } };
      // The door's own refusals; 'failed' would be an exception inside.
      if (ok !== true && !['not-allowed', 'bad-message'].includes(String(error?.code))) throw new Error(`answered with ${JSON.stringify(reply)}`);
    }
    for (const one of sample(work, seed, 100)) {
      const read = workSchema.safeParse(one).data;
      if (read !== undefined && !workSchema.safeParse(read).success) throw new Error('what the door lets in is no work');
    }
  },
};
