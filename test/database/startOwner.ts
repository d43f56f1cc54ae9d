import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Another process that tried to own a data folder. */
export interface Owner {
  pid: number;
  /** Address of its database, when it became the owner. */
  url?: string;
  /** The message of the refusal, when it did not. */
  refused?: string;
  kill(): Promise<void>;
  /** Stops its server in good order. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts another process on the data folder and waits until it owns it or was refused. */
export async function startOwner(dataDir: string): Promise<Owner> {
  const program = fileURLToPath(new URL('./ownDataFolder.ts', import.meta.url));
  const child = fork(program, [dataDir], { execArgv: ['--import', 'tsx'] });
  const [answer] = (await once(child, 'message')) as [{ url?: string; refused?: string }];
  return {
    ...answer,
    pid: child.pid ?? 0,
    kill: () => end(child, () => child.kill('SIGKILL')),
    [Symbol.asyncDispose]: () => end(child, () => answer.refused ?? child.send('stop')),
  };
}

async function end(child: ChildProcess, ask: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  ask();
  await ended;
}
