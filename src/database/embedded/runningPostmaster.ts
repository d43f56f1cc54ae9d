import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from '../../sqlErrors.js';

/** The server process of a cluster, according to its postmaster.pid. */
interface Postmaster {
  pid: number;
  /** Undefined while the file is only partly written. */
  port: number | undefined;
}

/**
 * The live server of this cluster, regardless of who started it; undefined if there is none. The pid file
 * alone is no proof: after a crash of the machine its process id may belong to another program. Therefore the
 * process's command line must name the cluster.
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const content = await readPidFile(join(cluster, 'postmaster.pid'));
  const [pid, , , port] = (content ?? '').split('\n').map(Number);
  if (!pid || !(await isPostmaster(pid, cluster))) return undefined;
  return { pid, port: port || undefined };
}

/** Whether process `pid` is a server of this cluster. A zombie process is not. */
export async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const words = await commandLine(pid);
  return words.includes('postgres -D ') && words.includes(` -D ${cluster} `);
}

/**
 * Removes a pid file whose process id now belongs to another program, because PostgreSQL would see a live
 * process and refuse to start. The file is moved first and checked again, because another start may have
 * replaced it in between.
 */
export async function removeStalePidFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const pid = Number.parseInt((await readPidFile(aside)) ?? '', 10);
  if (pid && (await isPostmaster(pid, cluster))) await rename(aside, file);
  else await rm(aside);
}

async function readPidFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The command line of a process with a trailing space; empty if there is no such process. */
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
