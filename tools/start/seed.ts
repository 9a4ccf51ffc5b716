import { readFileSync } from 'node:fs';

/** What the extension answers to new rules; the shape is that of src/messages/table.ts. */
interface Reply {
  ok: boolean;
  value?: { ids: string[]; unreadable: { line: number; text: string }[] };
  error?: { code: string; detail: string };
}

/** A page of the extension in which a script can be run, in whichever browser. */
export interface OwnPage {
  evaluate(script: string): Promise<unknown>;
  close(): Promise<void>;
}

export const STARTER_RULES = readFileSync(new URL('starter-rules.txt', import.meta.url), 'utf8');

/** As many lines are sent in one message, which holds two million characters. */
const LINES = 10_000;

/**
 * Adds rules through the extension's own door, as its options page does.
 * @returns how many were added
 * @throws when the extension refuses them or cannot read a line
 */
export async function seedRules(page: OwnPage, text: string): Promise<number> {
  const lines = text.split('\n');
  let added = 0;
  while (lines.length > 0) added += await send(page, lines.splice(0, LINES).join('\n'));
  return added;
}

async function send(page: OwnPage, text: string): Promise<number> {
  const message = JSON.stringify({ name: 'add-rules', body: { text } });
  const reply = (await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${message})`)) as Reply | undefined;
  if (reply?.ok !== true || reply.value === undefined)
    throw new Error(`The extension did not take the rules: ${reply?.error?.code ?? 'no answer'} ${reply?.error?.detail ?? ''}`);
  const [first] = reply.value.unreadable;
  if (first !== undefined) throw new Error(`The extension cannot read line ${first.line}: ${first.text}`);
  return reply.value.ids.length;
}
