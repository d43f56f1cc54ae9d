import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { createTestDatabase } from '../testkit/database.js';
import { startProcess } from '../testkit/process.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';

const root = resolve(import.meta.dirname, '../..');

/** Writes down the address of every module that the program loads. */
const recorder = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(process.env.MODULE_LOG, url + '\\n');
    return nextLoad(url, context);
  },
});
`;

/**
 * Starts the built product, calls it and stops it.
 * @returns the files of this repository that it loaded
 */
async function modulesLoaded(env: Record<string, string>): Promise<string[]> {
  await using folder = await temporaryFolder();
  const hook = join(folder.path, 'recorder.mjs');
  const log = join(folder.path, 'modules.txt');
  await writeFile(hook, recorder);
  await using product = await startProcess(
    { ...env, MODULE_LOG: log },
    { args: ['--import', hook, 'dist/src/main.js'] },
  );
  expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  const answer = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ googleSignIn { clientId } }' }),
  });
  expect(answer.status).toBe(200);
  const urls = (await readFile(log, 'utf8')).trim().split('\n');
  return urls
    .filter((one) => one.startsWith('file:') && !one.includes('/node_modules/'))
    .map((one) => relative(root, new URL(one).pathname));
}

describe('the built product', () => {
  beforeAll(async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
  }, 300_000);

  it('loads no stand-in with real settings, and leaves the adversary and the providers out of the build', async () => {
    await using database = await createTestDatabase();
    await using model = await startOpenAiStandIn();
    const loaded = await modulesLoaded({
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      ORIGIN: 'https://mirai.example',
      APP_SECRET: 'a secret of more than thirty-two characters',
      GOOGLE_CLIENT_ID: 'a-client.apps.googleusercontent.com',
      OPENAI_BASE_URL: model.url,
    });
    expect(loaded).toContain('dist/src/app.js');
    expect(loaded.filter((path) => path.includes('stand-ins'))).toEqual([]);
    for (const file of ['adversary/adversary.js', 'providers/server.js'])
      await expect(readFile(join(root, 'dist/stand-ins', file))).rejects.toThrow('ENOENT');
  });

  it('loads the stand-ins without keys', async () => {
    await using database = await createTestDatabase();
    const loaded = await modulesLoaded({ DATABASE_URL: database.url });
    expect(loaded).toContain('dist/stand-ins/openai/server/server.js');
    expect(loaded).toContain('dist/stand-ins/google/issuer.js');
  });
});
