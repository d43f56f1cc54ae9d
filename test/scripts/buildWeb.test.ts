import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '../testkit/temporaryFolder.js';

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));

/**
 * A fake vite: records each build for browsers, and "builds" the page's text into the given folder. What it would
 * build for the server is not looked at here.
 */
const vite = `
const { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } = require('node:fs');
if (process.argv.includes('--ssr')) process.exit(0);
appendFileSync('vite-calls', process.version + ' ' + process.argv.slice(2).join(' ') + '\\n');
const out = 'web/' + process.argv[process.argv.indexOf('--outDir') + 1];
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync('web/page.txt', out + '/index.html');
if (existsSync('broken')) { console.error('vite says why'); process.exit(3); }
if (existsSync('edited')) appendFileSync('web/page.txt', ', edited meanwhile');
`;

async function checkout(): Promise<TemporaryFolder> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  };
  for (const part of ['buildWeb.mjs', 'provision', 'build'])
    await cp(join(scripts, part), join(folder.path, 'scripts', part), { recursive: true });
  await put('node_modules/vite/bin/vite.js', vite);
  await put('package-lock.json', 'lock');
  await put('web/page.txt', 'first');
  await mkdir(join(folder.path, 'node_modules/.bin'));
  await symlink(process.execPath, join(folder.path, 'node_modules/.bin/node'));
  const kept = opened.move();
  return { path: folder.path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function build({ path }: TemporaryFolder): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(path, 'scripts/buildWeb.mjs')], { cwd: path }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });
}

const shown = ({ path }: TemporaryFolder): Promise<string> =>
  readFile(join(path, 'web/dist/index.html'), 'utf8');
const calls = async ({ path }: TemporaryFolder): Promise<number> =>
  (await readFile(join(path, 'vite-calls'), 'utf8')).trim().split('\n').length;

test('the web app is built after a clone, whenever its sources or packages change, and not otherwise', async () => {
  await using folder = await checkout();
  expect(await build(folder)).toEqual({ code: 0, said: 'Building the web app …\n' });
  expect(await build(folder)).toEqual({ code: 0, said: '' });
  await writeFile(join(folder.path, 'web/page.txt'), 'second');
  expect(await build(folder)).toEqual({ code: 0, said: 'Building the web app …\n' });
  expect(await shown(folder)).toBe('second');
  await writeFile(join(folder.path, 'package-lock.json'), 'other lock');
  await build(folder);
  expect(await calls(folder)).toBe(3);
});

test('a build that fails says why, stops the start and leaves the one before in place', async () => {
  await using folder = await checkout();
  await build(folder);
  await writeFile(join(folder.path, 'web/page.txt'), 'second');
  await writeFile(join(folder.path, 'broken'), '');
  const { code, said } = await build(folder);
  expect(code).toBe(1);
  expect(said).toMatch(/^vite says why\n.*vite\.js build web .* failed: exit code 3\.$/m);
  expect(await shown(folder)).toBe('first');
});

test('what is edited during a build is built by the next start', async () => {
  await using folder = await checkout();
  await writeFile(join(folder.path, 'edited'), '');
  await build(folder);
  expect(await shown(folder)).toBe('first');
  await build(folder);
  expect(await shown(folder)).toBe('first, edited meanwhile');
});

test('eight starts at once build once and leave nothing lying about', async () => {
  await using folder = await checkout();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => build(folder)));
  expect(outcomes.map(({ code }) => code)).toEqual(Array(8).fill(0));
  expect(await calls(folder)).toBe(1);
  expect(await readdir(join(folder.path, '.tools'))).toEqual([]);
});
