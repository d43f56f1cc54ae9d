import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One kind of request, sent again and again. */
export interface LoadRequest {
  url: string;
  /** Posted as JSON; a GET without. */
  body?: string;
}

export interface LoadFigures {
  /** Good answers in a second. */
  perSecond: number;
  /** In all. None, unless the server may refuse. */
  refused: number;
  p99Ms: number;
}

const inLua = (text: string): string => `[==[${text}]==]`;

/**
 * Sends requests from one thread of wrk (Debian: `apt-get install wrk`), so that the load takes at most one core: as fast
 * as they are answered, unless connections pause.
 * @param folder for the script that wrk reads
 * @param load.pauseMs how long a connection waits before each request on average, at random
 * @param load.mayRefuse a busy server may answer some requests with something else than 2xx
 * @throws Error if an answer is not 2xx otherwise, or if a connection fails
 */
export async function loadByWrk(
  folder: string,
  { url, body }: LoadRequest,
  load: { seconds: number; connections: number; mayRefuse?: boolean; pauseMs?: number },
): Promise<LoadFigures> {
  const { seconds, connections, mayRefuse = false, pauseMs } = load;
  const script = join(folder, 'request.lua');
  const post =
    body === undefined
      ? ''
      : `wrk.method = 'POST'; wrk.body = ${inLua(body)}; wrk.headers['content-type'] = 'application/json'\n`;
  const pause = pauseMs === undefined ? '' : `function delay() return math.random(0, ${2 * pauseMs}) end\n`;
  await writeFile(script, post + pause);
  const { stdout } = await promisify(execFile)('wrk', [
    ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency', '--timeout', '10s'],
    ...['-s', script, url],
  ]);
  const refused = Number(/^\s+Non-2xx or 3xx responses: (\d+)$/m.exec(stdout)?.[1] ?? 0);
  if (stdout.includes('Socket errors') || (refused > 0 && !mayRefuse))
    throw new Error(`Not all answers were good:\n${stdout}`);
  const [, amount = '', unit = ''] = /^\s+99%\s+([\d.]+)(us|ms|s)\s*$/m.exec(stdout) ?? [];
  const inMs = { us: 0.001, ms: 1, s: 1_000 }[unit] ?? Number.NaN;
  return {
    perSecond: Number(/^Requests\/sec:\s+([\d.]+)$/m.exec(stdout)?.[1]) - refused / seconds,
    refused,
    p99Ms: Number(amount) * inMs,
  };
}
