import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../client/signIn.js';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import { launch, startProcess } from '../testkit/process.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { type TemporaryFolder, temporaryFolder } from '../testkit/temporaryFolder.js';

let folder: TemporaryFolder;
let dataDir: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = folder.path;
});
afterEach(() => folder[Symbol.asyncDispose]());

const mina = { email: 'mina@test.example', name: 'Mina Park' };
/** PostgreSQL keeps this file while it runs and removes it when it has stopped cleanly. */
const databaseRuns = (): boolean => existsSync(join(dataDir, 'postgres/postmaster.pid'));

describe('npm start on embedded defaults', () => {
  it('keeps all data and every sign-in over a clean stop and over kill -9', async () => {
    const personaId = await (async () => {
      await using first = await startProcess({ DATA_DIR: dataDir });
      await using owner = await signIn(first.url, mina);
      const survey = await newSurvey(owner.client);
      await threeAnswers(first.url, survey.slug);
      await statesUntil(owner.client, survey.persona.id, ['READY']);
      return survey.persona.id;
    })();
    await using second = await startProcess({ DATA_DIR: dataDir });
    const again = await signIn(second.url, mina);
    expect((await again.client.run(PersonaDocument, { id: personaId })).persona.status).toBe('READY');
    second.signal('SIGKILL');
    await second.exited;

    await using third = await startProcess({ DATA_DIR: dataDir });
    const { client } = await signIn(third.url, mina);
    expect((await client.run(PersonaDocument, { id: personaId })).persona.status).toBe('READY');

    // It took over the database that was left running, and so ends it too.
    expect(databaseRuns()).toBe(true);
    third.signal('SIGTERM');
    expect(await third.exited).toBe(0);
    expect(databaseRuns()).toBe(false);
  });

  it('stops the database last, also when Ctrl-C reaches the whole process group twice', async () => {
    await using started = await startProcess({ DATA_DIR: dataDir }, { group: true });
    expect(databaseRuns()).toBe(true);
    process.kill(-started.pid, 'SIGINT');
    process.kill(-started.pid, 'SIGINT');
    expect(await started.exited).toBe(0);
    expect(databaseRuns()).toBe(false);
    expect(started.output()).not.toMatch(/error|terminating|ECONN/i);
  });

  it('says in one sentence that the port is in use', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const port = String((busy.address() as { port: number }).port);
    await using refused = launch({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error' });
    expect(await refused.exited).toBe(1);
    expect(refused.output().trim()).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop the program that uses it, or set PORT to another one.`,
    );
    busy.close();
  });

  it('says in one sentence which process uses the data folder', async () => {
    await using first = await startProcess({ DATA_DIR: dataDir });
    await using refused = launch({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
    expect(await refused.exited).toBe(1);
    expect(refused.output().trim()).toBe(
      `The data folder ${dataDir} is in use by process ${first.pid}. Stop it first or set DATA_DIR to another folder.`,
    );
  });

  it('names every bad setting at once and starts nothing', async () => {
    await using refused = launch({ DATA_DIR: dataDir, PORT: 'http', ROLE: 'api' });
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/PORT must be a port number/);
  });

  it('says in one sentence that DATABASE_URL cannot be reached', async () => {
    await using refused = launch({
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
      LOG_LEVEL: 'error',
    });
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/DATABASE_URL/);
    expect(refused.output()).not.toContain('secret');
    expect(refused.output().trim().split('\n')).toHaveLength(1);
  });
});
