import * as z from 'zod/mini';
import type { Json } from '../domain/document';
import type { Deps } from './area';
import { asJson } from './stored';

const KEY = 'device-settings';
const schema = z.record(z.string(), z.json());

/** Settings of this device alone: they never sync and are no part of an export. */
export function deviceSettings({ area, exclusively }: Pick<Deps, 'area' | 'exclusively'>): {
  get(name: string): Promise<Json>;
  set(name: string, value: Json): Promise<void>;
} {
  const read = async (): Promise<Map<string, Json>> => {
    const parsed = schema.safeParse((await area.get([KEY]))[KEY]);
    return new Map(Object.entries(parsed.success ? parsed.data : {}).map(([name, value]) => [name, asJson(value)]));
  };
  return {
    get: async (name) => (await read()).get(name) ?? null,
    set: (name, value) =>
      exclusively(async () => {
        const all = await read();
        if (value === null) all.delete(name);
        else all.set(name, value);
        await area.set({ [KEY]: Object.fromEntries(all) });
      }),
  };
}
