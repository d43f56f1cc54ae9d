import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { demoIdToken } from './signIn.js';
import { say } from './say.js';

/** Where the journey takes place. */
export interface Server extends AsyncDisposable {
  url: string;
}

/** The server that runs here, if it lets the demo sign in; otherwise one of the demo's own, on a database that it removes again. */
export async function findServer(): Promise<Server> {
  const running = `http://localhost:${process.env['PORT'] ?? 4000}`;
  try {
    await demoIdToken(running, { email: 'probe@demo.example', name: 'Probe' });
    say.note(`Using the server that runs at ${running}.`);
    return { url: running, [Symbol.asyncDispose]: () => Promise.resolve() };
  } catch (error) {
    say.note(`No server to use at ${running} (${error instanceof Error ? error.message : String(error)}).`);
    say.note('Starting one of its own, with an embedded PostgreSQL …');
  }
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-demo-'));
  // Under root PostgreSQL runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const app = await startApp(config, pino({ level: config.logLevel }));
  return {
    url: app.url ?? '',
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
