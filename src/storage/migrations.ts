/** Version of the stored document. A change of its shape adds a step below and a fixture in tests/storage/fixtures. */
export const VERSION = 1;

/** The step at index n turns version n + 1 into version n + 2; steps are never changed once released. */
export const steps: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[] = [];

/**
 * The value in today's version, one step at a time. Values without a known version are returned as they are, for
 * the reader to set aside; so are those of a later version.
 */
export function migrate(value: unknown, chain: typeof steps = steps): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let current = value as Record<string, unknown>;
  for (let v = current['v']; typeof v === 'number' && v >= 1 && v <= chain.length; v++) {
    current = { ...chain[v - 1]!(current), v: v + 1 };
  }
  return current;
}
