const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Lengths in seconds, as Rails counts when it puts a distance in time into words. */
const UNITS: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400, month: 2_592_000, year: 31_536_000 };

/**
 * A date as archives write it, as `YYYY-MM-DD`: "05 Mar 2026", "2026-03-05", and on sites without the archive's
 * cache "3 days" or "about 1 month", counted back from `now`. `null` for anything else.
 */
export function isoDate(text: string, now: Date): string | null {
  const [iso] = /\b\d{4}-\d\d-\d\d\b/.exec(text) ?? [];
  if (iso !== undefined) return iso;
  const [, day = '', name = '', year] = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b/.exec(text) ?? [];
  if (year !== undefined) {
    const month = MONTHS.indexOf(name) / 3 + 1;
    return Number.isInteger(month) && month > 0 ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
  }
  const [, amount, unit = ''] = /(\d{1,4}|less than a|half a) (second|minute|hour|day|month|year)s?\b/.exec(text) ?? [];
  return amount === undefined ? null : fromSeconds(now.getTime() / 1000 - (Number(amount) || 0) * (UNITS[unit] ?? 0));
}

/** The day of a Unix time, in UTC; `null` when it is no time. */
export function fromSeconds(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
