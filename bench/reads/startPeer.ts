import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processCost } from '../figures/processCosts.js';

/** A server that serves what the product serves, in a process of its own. */
interface Peer extends AsyncDisposable {
  url: string;
  /** The CPU time that it has used, in seconds. */
  cpuSeconds: () => number;
}

/** @param answerFile the product's answer, for `bare` */
export async function startPeer(
  kind: 'bare' | 'yoga' | 'mercurius',
  databaseUrl: string,
  answerFile: string,
): Promise<Peer> {
  const child = fork(
    fileURLToPath(new URL('peerProcess.ts', import.meta.url)),
    [kind, databaseUrl, answerFile],
    // The peers run as in production, too.
    { execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    cpuSeconds: () => processCost(child.pid ?? 0, { children: false }).cpuSeconds,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
