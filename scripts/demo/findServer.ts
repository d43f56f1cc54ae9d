import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { demoIdToken } from '../../client/signIn.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { output } from './terminalOutput.js';

/** The server that the journey uses. */
export interface Server extends AsyncDisposable {
  url: string;
}

/** The running server, if the demo can sign in there. Otherwise starts one with a temporary database. */
export async function findServer(): Promise<Server> {
  const running = `http://localhost:${process.env['PORT'] ?? 4000}`;
  try {
    await demoIdToken(running, { email: 'probe@demo.example', name: 'Probe' });
    output.note(`Using the server at ${running}.`);
    return { url: running, [Symbol.asyncDispose]: () => Promise.resolve() };
  } catch (error) {
    output.note(
      `No usable server at ${running} (${error instanceof Error ? error.message : String(error)}).`,
    );
    output.note('Starting a temporary server with an embedded PostgreSQL …');
  }
  const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-demo-'));
  // As root, PostgreSQL runs as another user, which must be able to enter the folder.
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
