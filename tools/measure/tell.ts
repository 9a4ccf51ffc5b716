const at = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Prints times in milliseconds as one line: what was measured, and how the times are spread. */
export function tell(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((one, other) => one - other);
  console.log(
    `${what.padEnd(46)} median ${at(sorted, 0.5).toFixed(1)} ms, 95 % ${at(sorted, 0.95).toFixed(1)} ms, worst ${at(sorted, 1).toFixed(1)} ms (${sorted.length})`,
  );
}
