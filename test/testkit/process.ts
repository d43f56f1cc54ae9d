import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { dataKeys } from './dataKeys.js';

/** One process of the product, started as `npm start` starts it. */
export interface ProductProcess extends AsyncDisposable {
  pid: number;
  /** Empty for a worker. */
  url: string;
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Settles with the exit code, or null when a signal ended it. */
  exited: Promise<number | null>;
}

const root = resolve(import.meta.dirname, '../..');

/** Starts the program with these settings alone. It may fail: `ready` below waits for it to be ready. */
export function launch(
  env: Record<string, string>,
  options: { group?: boolean; args?: string[] } = {},
): Omit<ProductProcess, 'url'> {
  const child = spawn(process.execPath, options.args ?? ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      LOG_LEVEL: 'info',
      DATA_KEYS: dataKeys,
      CHAT_INLINE_THINKING: 'never',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.group ?? false,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    output: () => output,
    signal: (name) => void (alive() && child.kill(name)),
    exited,
    async [Symbol.asyncDispose]() {
      if (alive()) {
        child.kill('SIGCONT');
        // Like Ctrl-C: SIGTERM would first wait for load balancers.
        child.kill('SIGINT');
      }
      await exited;
    },
  };
}

/**
 * Starts the program and waits until it is ready.
 * @throws Error with its output if it ends before
 */
export async function startProcess(
  env: Record<string, string>,
  options: { group?: boolean; args?: string[] } = {},
): Promise<ProductProcess> {
  const product = launch(env, options);
  const ended = product.exited.then(() => 'ended' as const);
  while (!product.output().includes('Re:MirAI is ready')) {
    const tick = new Promise((resolve) => setTimeout(resolve, 20));
    if ((await Promise.race([ended, tick])) === 'ended')
      throw new Error(`It did not start:\n${product.output()}`);
  }
  const url = /App\s+(http:\S+)\//.exec(product.output())?.[1] ?? '';
  return { ...product, url };
}
