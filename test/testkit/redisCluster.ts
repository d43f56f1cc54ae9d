import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './freePort.js';
import { systemProgram } from './systemProgram.js';
import { temporaryFolder } from './temporaryFolder.js';
import { until } from './until.js';

const SLOTS = 16_384;
const MASTERS = 3;

interface Node {
  port: number;
  id: string;
  admin: Redis;
  process: ChildProcess;
}

/** Three masters, the first of them with a replica that takes its place, on 127.0.0.1. */
export interface RedisCluster extends AsyncDisposable {
  /** Names all nodes. */
  url: string;
  slotOf(key: string): Promise<number>;
  /** The number of the master that holds a slot, from 0; -1 if the replica took its place. */
  holderOf(slot: number): Promise<number>;
  moveSlot(slot: number, toMaster: number): Promise<void>;
  /** Ends the first master with kill -9. */
  killFirst(): Promise<void>;
}

/** Starts a real Redis Cluster. Needs Redis 7, or Valkey. */
export async function startRedisCluster(): Promise<RedisCluster> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const program = systemProgram('redis-server') ?? systemProgram('valkey-server');
  if (program === undefined) throw new Error('There is no redis-server or valkey-server on PATH.');
  const nodes: Node[] = [];
  for (let n = 0; n <= MASTERS; n += 1) {
    const [port, busPort] = [await freePort(), await freePort()];
    const dir = join(folder.path, String(n));
    await mkdir(dir);
    const settings = {
      port,
      'cluster-port': busPort,
      dir,
      bind: '127.0.0.1',
      save: '',
      'cluster-enabled': 'yes',
      'cluster-node-timeout': '2000',
      'cluster-require-full-coverage': 'no',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(program, flags, { stdio: 'ignore' });
    const admin = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    admin.on('error', () => undefined); // Refused until it listens, and after it was killed.
    opened.defer(async () => {
      admin.disconnect();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    });
    const id = (await admin.call('CLUSTER', 'MYID')) as string;
    nodes.push({ port, id, admin, process: child });
    const first = nodes[0];
    if (first !== undefined && n > 0)
      await first.admin.call('CLUSTER', 'MEET', '127.0.0.1', String(port), String(busPort));
  }
  const masters = nodes.slice(0, MASTERS);
  const [first, second] = masters;
  const spare = nodes.at(-1);
  if (first === undefined || second === undefined || spare === undefined) throw new Error('No nodes.');
  for (const [n, { admin }] of masters.entries()) {
    const [from, to] = [n, n + 1].map((part) => Math.floor((part * SLOTS) / MASTERS));
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', String(from), String((to ?? 0) - 1));
  }
  await until('the replica knows its master', async () =>
    String(await spare.admin.call('CLUSTER', 'NODES')).includes(first.id),
  );
  await spare.admin.call('CLUSTER', 'REPLICATE', first.id);
  await until('the replica follows', async () =>
    (await spare.admin.info('replication')).includes('master_link_status:up'),
  );
  for (const { admin } of nodes)
    await until('the cluster is well', async () => {
      const info = String(await admin.call('CLUSTER', 'INFO'));
      return /cluster_state:ok/.test(info) && info.includes(`cluster_known_nodes:${nodes.length}`);
    });

  async function holderOf(slot: number): Promise<number> {
    const ranges = (await second?.admin.call('CLUSTER', 'SLOTS')) as [
      number,
      number,
      [string, number, string],
    ][];
    const id = ranges.find(([from, to]) => from <= slot && slot <= to)?.[2][2];
    return masters.findIndex((node) => node.id === id);
  }
  const closing = opened.move();
  return {
    url: `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join()}`,
    slotOf: async (key) => Number(await second.admin.call('CLUSTER', 'KEYSLOT', key)),
    holderOf,
    async moveSlot(slot, toMaster) {
      const to = masters[toMaster];
      const from = masters[await holderOf(slot)];
      if (to === undefined || from === undefined) throw new Error('There is no such master.');
      await to.admin.call('CLUSTER', 'SETSLOT', String(slot), 'IMPORTING', from.id);
      await from.admin.call('CLUSTER', 'SETSLOT', String(slot), 'MIGRATING', to.id);
      for (const { admin } of [to, from, ...masters.filter((one) => one !== to && one !== from)])
        await admin.call('CLUSTER', 'SETSLOT', String(slot), 'NODE', to.id);
    },
    async killFirst() {
      const ended = once(first.process, 'exit');
      first.process.kill('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
