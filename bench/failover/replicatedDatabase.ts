import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type DataFolder, prepareDataFolder } from '../../src/database/embedded/prepareDataFolder.js';
import { freePort } from '../../test/testkit/freePort.js';

const run = promisify(execFile);
const POLL_MS = 20;

/** One PostgreSQL server. Its port never changes, its data may be replaced. */
interface Node {
  cluster: string;
  port: number;
  process: ChildProcess | undefined;
}

/** A primary and a synchronous standby, as a manager such as Patroni runs them. */
export interface ReplicatedDatabase extends AsyncDisposable {
  /** The addresses of both servers, one of which is the primary. */
  urls: [string, string];
  /** Address of the primary alone. */
  primaryUrl(): string;
  /** Ends the primary with kill -9. */
  killPrimary(): Promise<void>;
  /** Makes the standby the primary. Resolves when it accepts writes. */
  promote(): Promise<void>;
  /** Ends the standby with kill -9, so that no COMMIT returns. */
  killStandby(): Promise<void>;
  startStandby(): Promise<void>;
  /** Copies the primary to the other host and waits until every COMMIT waits for it. */
  addStandby(): Promise<void>;
}

/** Starts both servers on empty folders below `dataDir`, each on a port of 127.0.0.1. */
export async function startReplicatedDatabase(dataDir: string): Promise<ReplicatedDatabase> {
  const folder = await prepareDataFolder(dataDir);
  const node = async (cluster: string): Promise<Node> => ({
    cluster,
    port: await freePort(),
    process: undefined,
  });
  let primary = await node(folder.cluster);
  let standby = await node(`${folder.cluster}-2`);
  const address = (hosts: string, database: string): string =>
    `postgres://mirai:${folder.password}@${hosts}/${database}`;
  const host = ({ port }: Node): string => `127.0.0.1:${port}`;
  const ask = <T>(at: Node, statements: (client: Client) => Promise<T>): Promise<T> =>
    withClient(address(host(at), 'postgres'), statements);

  await start(folder, primary);
  await until(() => ask(primary, async (client) => void (await client.query('create database mirai'))));
  const urls: [string, string] = [address(host(primary), 'mirai'), address(host(standby), 'mirai')];

  const startStandby = (): Promise<void> =>
    start(folder, standby, [
      ['primary_conninfo', `host=127.0.0.1 port=${primary.port} user=mirai password=${folder.password}`],
    ]);

  async function addStandby(): Promise<void> {
    await rm(standby.cluster, { recursive: true, force: true });
    await ask(primary, async (client) => {
      await client.query("select pg_backup_start('standby', true)");
      await run('cp', ['-a', primary.cluster, standby.cluster]);
      const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
      const write = (name: string, text: string): Promise<void> =>
        writeFile(join(standby.cluster, name), text);
      await rm(join(standby.cluster, 'postmaster.pid'));
      await write('backup_label', rows[0]?.labelfile ?? '');
      await write('standby.signal', '');
    });
    await startStandby();
    await ask(primary, async (client) => {
      await client.query("alter system set synchronous_standby_names = 'ANY 1 (*)'");
      await client.query('select pg_reload_conf()');
      await until(async () => {
        const { rowCount } = await client.query(
          "select from pg_stat_replication where sync_state = 'quorum'",
        );
        if (rowCount !== 1) throw new Error('The standby does not follow.');
      });
    });
  }

  await addStandby();
  return {
    urls,
    primaryUrl: () => address(host(primary), 'mirai'),
    killPrimary: () => stop(primary, 'SIGKILL'),
    async promote() {
      await ask(standby, async (client) => {
        // Otherwise every COMMIT would wait for a standby that does not exist yet.
        await client.query("alter system set synchronous_standby_names = ''");
        await client.query('select pg_reload_conf()');
        await client.query('select pg_promote(true, 60)');
      });
      [primary, standby] = [standby, primary];
    },
    addStandby,
    killStandby: () => stop(standby, 'SIGKILL'),
    startStandby,
    async [Symbol.asyncDispose]() {
      await Promise.all([stop(primary, 'SIGINT'), stop(standby, 'SIGINT')]);
    },
  };
}

async function start(folder: DataFolder, node: Node, settings: [string, string][] = []): Promise<void> {
  const all = [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['max_connections', '100'],
    ['wal_keep_size', '1GB'],
    ['synchronous_commit', 'on'],
    ...settings,
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await run('chmod', ['700', node.cluster]);
  if (folder.account) await run('chown', ['-R', `${folder.account.uid}:${folder.account.gid}`, node.cluster]);
  node.process = spawn(folder.binaries.postgres, ['-D', node.cluster, '-p', String(node.port), ...all], {
    ...folder.account,
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  });
  await once(node.process, 'spawn');
}

async function stop({ process: child }: Node, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // The query below is rejected with the same error.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Repeats work until it succeeds, for a minute at most. */
async function until(work: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 60_000; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
