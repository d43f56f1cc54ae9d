import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadMessage, LoadOrder, LoadResult } from './answerLoadMessages.js';

/** A generator of responses to surveys, in a process of its own. */
export interface AnswerLoad extends AsyncDisposable {
  pid: number;
  /** Runs one phase. Phases must not overlap. */
  run(order: LoadOrder): Promise<LoadResult>;
}

/** @param slugs of the surveys to answer, which take turns */
export async function startAnswerLoad(url: string, slugs: string[]): Promise<AnswerLoad> {
  const folder = await mkdtemp(join(tmpdir(), 're-mirai-load-'));
  const slugFile = join(folder, 'slugs');
  await writeFile(slugFile, slugs.join('\n'));
  const child = fork(join(import.meta.dirname, 'answerLoadProcess.ts'), [new URL(url).port, slugFile], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  const exited = once(child, 'exit');
  const nextMessage = async (): Promise<LoadMessage> => {
    const gone = exited.then(() => Promise.reject(new Error('The load generator ended.')));
    const [message] = (await Promise.race([once(child, 'message'), gone])) as [LoadMessage];
    return message;
  };
  await nextMessage();
  return {
    pid: child.pid ?? 0,
    async run(order) {
      const answer = nextMessage();
      child.send(order);
      const message = await answer;
      if (message.is !== 'result') throw new Error('The load generator did not report a result.');
      return message.result;
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
