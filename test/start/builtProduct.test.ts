import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { createTestDatabase } from '../testkit/database.js';
import { freePort } from '../testkit/freePort.js';
import { startProcess } from '../testkit/process.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { unlessBusy } from '../testkit/unlessBusy.js';

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

/** The modules in a file of the build, as the bundler names them above each. */
const modulesIn = (text: string): string[] =>
  [...text.matchAll(/^\s*\/\/ ((?:src|stand-ins|node_modules|migrations)\/\S+)$/gm)].flatMap(
    ([, path]) => path ?? [],
  );

/**
 * Starts the built product, calls it and stops it.
 * @returns the modules that it loaded, relative to this repository: from files of their own or of the build
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
  const answer = await unlessBusy(() =>
    fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ googleSignIn { clientId } }' }),
    }),
  );
  expect(answer.status).toBe(200);
  const urls = (await readFile(log, 'utf8')).trim().split('\n');
  const paths = urls.filter((one) => one.startsWith('file:')).map((one) => fileURLToPath(one));
  const modules = paths.map(async (path) =>
    path.startsWith(join(root, 'dist/')) ? modulesIn(await readFile(path, 'utf8')) : [relative(root, path)],
  );
  return (await Promise.all(modules)).flat();
}

/** Files of OpenTelemetry beside its API, which does nothing by itself. */
const ofSdk = (paths: string[]): string[] =>
  paths.filter((path) => /@opentelemetry\/(?!api\/)|startTracing/.test(path));

describe('the built product', () => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['scripts/buildServer.mjs'], { cwd: root });
  }, 300_000);

  it('carries a survey to its mirror and a talk with it, live, in two processes and a worker', async () => {
    await using database = await createTestDatabase();
    const env = { DATABASE_URL: database.url, REDIS_URL: inject('redisUrl'), PROCESSES: '2' };
    await using product = await startProcess(env, { args: ['dist/src/main.js'] });
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
      cwd: root,
      env: { ...process.env, PORT: new URL(product.url).port },
    });
    expect(stdout).toContain('The server is still running');
  });

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
    expect(loaded).toContain('src/app.ts');
    expect(loaded.filter((path) => path.includes('stand-ins'))).toEqual([]);
    expect(ofSdk(loaded)).toEqual([]);
    const built = await readdir(join(root, 'dist'), { recursive: true });
    const texts = built
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFile(join(root, 'dist', file), 'utf8'));
    const modules = (await Promise.all(texts)).flatMap(modulesIn);
    expect(modules).toContain('stand-ins/openai/server/server.ts');
    expect(modules.filter((path) => /^stand-ins\/(?:adversary|providers)\//.test(path))).toEqual([]);
  });

  it('loads the stand-ins without keys', async () => {
    await using database = await createTestDatabase();
    const loaded = await modulesLoaded({ DATABASE_URL: database.url });
    expect(loaded).toContain('stand-ins/openai/server/server.ts');
    expect(loaded).toContain('stand-ins/google/issuer.ts');
    expect(loaded.filter((path) => path.includes('@opentelemetry/api/'))).not.toEqual([]);
    expect(ofSdk(loaded)).toEqual([]);
  });

  it("loads OpenTelemetry's SDK with a collector, and stops in order while the collector is away", async () => {
    await using database = await createTestDatabase();
    const port = await freePort();
    const loaded = await modulesLoaded({
      DATABASE_URL: database.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    });
    expect(ofSdk(loaded)).toContain('src/telemetry/startTracing.ts');
    expect(ofSdk(loaded).some((path) => path.includes('@opentelemetry/sdk-trace/'))).toBe(true);
  });
});
