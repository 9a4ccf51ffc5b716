import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** How a page is sent. Cuts fall wherever the size says, so they fall inside items, tags and words. */
export interface Streaming {
  /** Bytes a piece. */
  chunk: number;
  /** Milliseconds between two pieces; 0 sends the next as soon as the last is out. */
  gap: number;
  /** Milliseconds between the `head` element and the rest. */
  headPause: number;
  /** Bytes after which nothing more comes and the connection stays open; infinite for a page that ends. */
  stop: number;
}

const SHAPES: Record<string, Pick<Streaming, 'chunk' | 'gap'>> = {
  burst: { chunk: 3_000, gap: 0 },
  slow: { chunk: 5_000, gap: 60 },
};

/** Reads `?stream=burst|slow&chunk=BYTES&gap=MS&headpause=MS&stop=BYTES`; undefined when the page is to be sent whole. */
export function streamingOf(query: URLSearchParams): Streaming | undefined {
  const shape = SHAPES[query.get('stream') ?? ''];
  if (shape === undefined) return undefined;
  const number = (name: string, otherwise: number): number => {
    const value = Number(query.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  return { chunk: Math.max(1, number('chunk', shape.chunk)), gap: number('gap', shape.gap), headPause: number('headpause', 0), stop: number('stop', Infinity) };
}

/** Writes the page piece by piece; ends early, without an error, when the reader goes away. */
export async function sendStreamed(response: ServerResponse, html: string, how: Streaming): Promise<void> {
  const bytes = Buffer.from(html);
  const head = bytes.indexOf('</head>');
  response.socket?.setNoDelay(true);
  for (let start = 0; start < bytes.length && !response.destroyed;) {
    const end = Math.min(start < head ? Math.min(start + how.chunk, head) : start + how.chunk, how.stop);
    await new Promise<void>((written) => response.write(bytes.subarray(start, end), () => written()));
    if (end === head && how.headPause > 0) await pause(how.headPause);
    if (how.gap > 0) await pause(how.gap);
    if (end === how.stop) return;
    start = end;
  }
  response.end();
}
