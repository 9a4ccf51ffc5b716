import { extensionApi } from '../extension-api';
import type { Answers, JudgeRequest, Reply, RequestBody, RequestName, WorkRequest } from './table';

/** A request that was refused or failed; `code` names a text in public/_locales (`error_<code>`). */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

type Body<Name extends RequestName> = Name extends 'judge' ? JudgeRequest : Name extends 'judge-work' ? WorkRequest : RequestBody<Name>;

/**
 * Asks the background. Ships to pages, so nothing here validates: the background checks what comes in.
 * @throws RequestFailed when the background refuses, fails, or is not there
 */
export async function send<Name extends RequestName>(name: Name, body: Body<Name>): Promise<Answers[Name]> {
  let reply: Reply<Answers[Name]> | undefined;
  try {
    reply = await extensionApi().runtime.sendMessage({ name, body });
  } catch (error) {
    throw new RequestFailed('no-answer', String(error));
  }
  if (reply === undefined || reply === null) throw new RequestFailed('no-answer', name);
  if (!reply.ok) throw new RequestFailed(reply.error.code, reply.error.detail);
  return reply.value;
}

/** Whether the extension is still there: after it was updated, scripts of the old one stay in open pages for nothing. */
export function connected(): boolean {
  try {
    return extensionApi().runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Questions that wait for their turn are given up after so many tries, some seconds each. */
const TRIES = 30;

/** Asks an archive for a page as soon as it is its turn; the waiting is done here, since a background that waits may be stopped. */
export async function patiently(ask: () => Promise<Answers['look-up-tag']>): Promise<Answers['look-up-tag']> {
  let answer = await ask();
  for (let tries = 1; tries < TRIES && !answer.ok && answer.trouble === 'later'; tries++) {
    const { until = 0 } = answer;
    await new Promise((turn) => setTimeout(turn, Math.max(50, until - Date.now())));
    answer = await ask();
  }
  return answer;
}
