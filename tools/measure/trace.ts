import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  /** Start, wall time and processor time, in microseconds; `tid` is the thread. */
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args: { data?: { url?: string; type?: string } };
}

/** One uninterrupted run of a script, in ms of processor time: no other work of the page is done meanwhile. */
export interface Run {
  url: string;
  ms: number;
  /** The script itself, when it comes; else a function of it that the browser calls later. */
  starts: boolean;
  /** Of the time, what went into reading the script, and into collecting garbage. */
  compiling: number;
  collecting: number;
}

/** The runs of scripts whose address begins like this, while something is done, by the browser's own trace. */
export async function traceScripts(session: CDPSession, begins: string, something: () => Promise<void>): Promise<Run[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await something();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const whole = events.filter(({ ph }) => ph === 'X');
  const ours = whole.filter(({ name, args }) => /^(?:EvaluateScript|FunctionCall)$/.test(name) && args.data?.url?.startsWith(begins) === true);
  const inside = (run: TraceEvent, name: RegExp): number =>
    whole
      .filter(({ pid, tid, ts, ...one }) => name.test(one.name) && pid === run.pid && tid === run.tid && ts >= run.ts && ts < run.ts + (run.dur ?? 0))
      .reduce((sum, one) => sum + millisecondsOf(one), 0);
  return outermost(ours).map((run) => ({
    url: run.args.data?.url ?? '',
    ms: millisecondsOf(run),
    starts: run.name === 'EvaluateScript',
    compiling: inside(run, /^v8\.compile$/),
    collecting: inside(run, /^M(?:in|aj)orGC$/),
  }));
}

const millisecondsOf = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  const ends = new Map<string, number>();
  for (const event of [...events].sort((one, other) => one.ts - other.ts)) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, event.ts + (event.dur ?? 0));
    found.push(event);
  }
  return found;
}
