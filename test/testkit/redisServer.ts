import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { hasCode } from '../../src/sqlErrors.js';
import { freePort } from './freePort.js';

/** A real, empty Redis server for tests, on 127.0.0.1 only, that leaves nothing on the disk. */
interface RedisServer {
  url: string;
  pid: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts `redis-server`, or `valkey-server` where that is what the system has.
 * @param port a fixed one, to bring a killed server back where clients look for it; free by default
 */
export async function startRedisServer(port?: number): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 're-mirai-redis-'));
  const chosen = port ?? (await freePort());
  const flags = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = await spawnFirst(['redis-server', 'valkey-server'], ['--port', String(chosen), ...flags]);
  const url = `redis://127.0.0.1:${chosen}`;
  await answersPing(url, child);
  return {
    url,
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function spawnFirst(programs: string[], args: string[]): Promise<ChildProcess> {
  for (const program of programs) {
    const child = spawn(program, args, { stdio: 'ignore' });
    try {
      await once(child, 'spawn');
      return child;
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
  throw new Error(`There is no ${programs.join(' or ')} on PATH: npm test installs it where it may.`);
}

async function answersPing(url: string, child: ChildProcess): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // Refused until it listens; the loop below tells a server that ended.
  try {
    const pong = redis.ping();
    while ((await Promise.race([pong, delay(50, 'waiting')])) !== 'PONG')
      if (child.exitCode !== null) throw new Error(`The Redis server ended with code ${child.exitCode}.`);
  } finally {
    redis.disconnect();
  }
}
