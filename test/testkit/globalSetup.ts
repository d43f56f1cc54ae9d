import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/database/embedded/embeddedPostgres.js';
import { startRedisServer } from './redisServer.js';
import { createTemplate } from './templateDatabase.js';
import { temporaryFolder } from './temporaryFolder.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The one server of this run. Tests use copies of its template database, never this database. */
    postgresUrl: string;
    redisUrl: string;
  }
}

/** Starts one real PostgreSQL and one real Redis for the whole run, and ends both after it. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const postgres = stack.use(
    await startEmbeddedPostgres({ dataDir: folder.path, log: pino({ level: 'warn' }) }),
  );
  const redisUrl = process.env['REDIS_URL'] || stack.use(await startRedisServer()).url;
  await createTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redisUrl);
  const started = stack.move();
  return () => started.disposeAsync();
}
