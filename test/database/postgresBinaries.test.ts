import { execFile } from 'node:child_process';
import { cp, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createLibraryLinks, postgresBinaries } from '../../src/database/embedded/postgresBinaries.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';

test('PostgreSQL runs although npm did not run its install script', async () => {
  await using folder = await temporaryFolder();
  const { postgres } = await postgresBinaries(undefined);
  const native = dirname(dirname(postgres));
  const isLinkOrNeedless = async (path: string): Promise<boolean> =>
    path.endsWith('.a') || path.endsWith('/share') || (await lstat(path)).isSymbolicLink();
  await cp(native, join(folder.path, 'native'), {
    recursive: true,
    filter: async (path) => !(await isLinkOrNeedless(path)),
  });
  const version = (): Promise<{ stdout: string }> =>
    promisify(execFile)(join(folder.path, 'native/bin/postgres'), ['--version']);
  await expect(version()).rejects.toThrow();
  await createLibraryLinks(folder.path);
  await createLibraryLinks(folder.path);
  expect((await version()).stdout).toMatch(/^postgres \(PostgreSQL\) 18\./);
});
