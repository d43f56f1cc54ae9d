import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Emission, Pace, PacedModelAnswer, PacedModelOrder } from './pacedModelMessages.js';

/** A model for load tests: a separate process that speaks OpenAI's streaming protocol at a given pace. */
export interface PacedModel extends AsyncDisposable {
  /** Base URL, ending in /v1. */
  url: string;
  pid: number;
  pace(pace: Pace): Promise<void>;
  /** The number of requested replies that have not ended. */
  open(): Promise<number>;
  /** Starts the held replies, one after the other within this time. */
  startHeld(spreadMs: number): Promise<void>;
  /** The replies that ended since the last call. */
  take(): Promise<Emission[]>;
}

/** Starts the model at 30 tokens a second, with the first token after 100 ms. */
export async function startPacedModel(): Promise<PacedModel> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'pacedModelServer.ts')],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const exited = once(child, 'exit');
  // One order at a time, so the next message is its answer.
  const nextAnswer = async (): Promise<PacedModelAnswer> => {
    const gone = exited.then(() => Promise.reject(new Error('The load model ended.')));
    const [answer] = (await Promise.race([once(child, 'message'), gone])) as [PacedModelAnswer];
    return answer;
  };
  const first = await nextAnswer();
  if (first.is !== 'port') throw new Error('The load model did not report its port.');
  let last: Promise<unknown> = Promise.resolve();
  const ask = (order: PacedModelOrder): Promise<PacedModelAnswer> => {
    const answer = last.then(() => {
      const reply = nextAnswer();
      child.send(order);
      return reply;
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    url: `http://127.0.0.1:${first.port}/v1`,
    pid: child.pid ?? 0,
    pace: async (pace) => void (await ask({ do: 'pace', pace })),
    startHeld: async (spreadMs) => void (await ask({ do: 'go', spreadMs })),
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
