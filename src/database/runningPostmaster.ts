import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from './hasCode.js';

/** The server process that has a cluster open, by its own record in postmaster.pid. */
export interface Postmaster {
  pid: number;
  /** Undefined for the moment in which the record is only half written. */
  port: number | undefined;
}

/**
 * The live server of this cluster, whoever started it; undefined when there is none.
 * A record alone proves nothing: after a crash of the machine its process id may belong to anybody. A server of ours
 * names the cluster on its command line.
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const record = await readRecord(join(cluster, 'postmaster.pid'));
  const [pid, , , port] = (record ?? '').split('\n').map(Number);
  if (!pid || !(await isPostmaster(pid, cluster))) return undefined;
  return { pid, port: port || undefined };
}

/** Whether process `pid` is a server of this cluster; one that has ended but was not collected yet is not. */
export async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const words = await commandLine(pid);
  return words.includes('postgres -D ') && words.includes(` -D ${cluster} `);
}

/**
 * Takes a record away whose process id now belongs to another program: PostgreSQL itself sees a live process there and
 * refuses to start. Moved first and looked at again, because another start may have replaced it in between.
 */
export async function removeStaleRecord(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const pid = Number.parseInt((await readRecord(aside)) ?? '', 10);
  if (pid && (await isPostmaster(pid, cluster))) await rename(aside, file);
  else await rm(aside);
}

async function readRecord(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The words of a process separated by spaces, with one at the end; empty when there is no such process. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT', 'ESRCH')) return '';
      throw error;
    });
    return words.replaceAll('\0', ' ');
  }
  try {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return `${stdout.trim()} `;
  } catch (error) {
    if (hasCode(error, 1)) return ''; // `ps` exits with 1 when it finds no process.
    throw error;
  }
}
