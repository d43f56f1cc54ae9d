import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Fault } from '../nemesis.js';
import { someMember } from './processFaults.js';

const restart: Fault = async ({ redis }, random) => {
  const seconds = random.between(0, 4);
  await redis.kill();
  await wait(seconds * 1000);
  await redis.restart();
  return `Redis was killed and came back empty after ${seconds.toFixed(1)} s`;
};

/** Sends a command on a connection of its own. */
const command =
  (...words: [string, ...string[]]): Fault =>
  async ({ redis }) => {
    const client = new Redis(redis.url);
    try {
      const [name, ...args] = words;
      return `${words.join(' ')}: ${String(await client.call(name, args))}`;
    } finally {
      client.disconnect();
    }
  };

const halfOpen: Fault = async (stage, random) => {
  const hit = random.next() < 0.5 ? [someMember(stage, random)] : stage.members;
  const seconds = random.between(2, 8);
  for (const { redis } of hit) redis.set({ kind: 'black-hole' });
  await wait(seconds * 1000);
  for (const { redis } of hit) {
    if (random.next() < 0.5) redis.reset();
    redis.set({ kind: 'pass' });
  }
  return `Redis was half-open to ${hit.length} processes for ${seconds.toFixed(1)} s`;
};

const cut: Fault = async ({ members }) => {
  const broken = members.reduce((sum, { redis }) => sum + redis.reset(), 0);
  return `${broken} connections to Redis are cut`;
};

export const redisFaults: Record<string, Fault> = {
  'Redis killed': restart,
  'Redis FLUSHALL': command('FLUSHALL'),
  'Redis subscribers killed': command('CLIENT', 'KILL', 'TYPE', 'pubsub'),
  'Redis half-open': halfOpen,
  'Redis connections cut': cut,
};
