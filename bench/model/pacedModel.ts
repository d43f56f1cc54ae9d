import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Emission, Pace, PacedModelAnswer, PacedModelOrder } from './pacedModelMessages.js';

/** A model for load: a process of its own, which speaks OpenAI's streaming protocol at a given pace. */
export interface PacedModel extends AsyncDisposable {
  /** Base address, with /v1. */
  url: string;
  pid: number;
  pace(pace: Pace): Promise<void>;
  /** Replies that were asked for and have not ended. */
  open(): Promise<number>;
  /** Lets the held replies begin, one after the other within this time. */
  go(spreadMs: number): Promise<void>;
  /** What left since the last time. */
  take(): Promise<Emission[]>;
}

/** Starts the model, at 30 tokens a second from 100 ms on. */
export async function startPacedModel(): Promise<PacedModel> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'pacedModelServer.ts')],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  // One order at a time: the next message is its answer.
  const heard = async (): Promise<PacedModelAnswer> => {
    const gone = exited.then(() => Promise.reject(new Error('The load model ended.')));
    const [answer] = (await Promise.race([once(child, 'message'), gone])) as [PacedModelAnswer];
    return answer;
  };
  const first = await heard();
  if (first.is !== 'port') throw new Error('The load model did not say its port.');
  let last: Promise<unknown> = Promise.resolve();
  const ask = (order: PacedModelOrder): Promise<PacedModelAnswer> => {
    const answer = last.then(() => {
      const coming = heard();
      child.send(order);
      return coming;
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    url: `http://127.0.0.1:${first.port}/v1`,
    pid: child.pid ?? 0,
    pace: async (pace) => void (await ask({ do: 'pace', pace })),
    go: async (spreadMs) => void (await ask({ do: 'go', spreadMs })),
    async open() {
      const answer = await ask({ do: 'count' });
      return answer.is === 'count' ? answer.open : Number.NaN;
    },
    async take() {
      const answer = await ask({ do: 'take' });
      return answer.is === 'taken' ? answer.emissions : [];
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await exited;
    },
  };
}
