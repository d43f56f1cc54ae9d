import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WriteOrder } from './writeOrder.js';

/**
 * The reference server of Durable Streams with its file-backed store, and a writer that does what the product's worker
 * does: requests replies from the model and appends them. Each in a process of its own.
 */
export interface DurableStreams extends AsyncDisposable {
  url: string;
  pids: { peer: number; writer: number };
  /** Orders must not overlap. @returns when all replies are appended, or could not be */
  write(order: WriteOrder): Promise<void>;
}

/** @param modelUrl ending in /v1 */
export async function startDurableStreams(modelUrl: string): Promise<DurableStreams> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-streams-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const start = async (file: string, argument: string) => {
    const child = fork(join(import.meta.dirname, file), [argument], {
      execArgv: ['--import', 'tsx'],
      // It would log every slow append.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production' },
    });
    const exited = once(child, 'exit');
    opened.defer(async () => {
      if (child.connected) child.disconnect();
      await exited;
    });
    const next = async (): Promise<unknown> => {
      const gone = exited.then(() => Promise.reject(new Error(`${file} ended.`)));
      const [message] = (await Promise.race([once(child, 'message'), gone])) as [unknown];
      return message;
    };
    return { child, next, first: await next() };
  };
  const server = await start('serverProcess.ts', dataDir);
  const writer = await start('writerProcess.ts', modelUrl);
  const closing = opened.move();
  return {
    url: String(server.first),
    pids: { peer: server.child.pid ?? 0, writer: writer.child.pid ?? 0 },
    async write(order) {
      const done = writer.next();
      writer.child.send(order);
      await done;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
