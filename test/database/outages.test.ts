import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, submitAnswers, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument, SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createTestDatabase } from '../testkit/database.js';
import { execute } from '../testkit/templateDatabase.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { MAX_WAIT_MS } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { lossyWire } from '../testkit/lossyWire.js';

/** More at once than the pool has connections. */
const AT_ONCE = 24;

/** The product behind a wire that loses bytes. */
const product = useOne(async () => {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase());
  const wire = opened.use(await lossyWire(database.url));
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: wire.url });
  const app = opened.use(await startApp(config, pino({ level: 'silent' }), { maxWaitMs: MAX_WAIT_MS }));
  const closing = opened.move();
  return {
    app,
    url: app.url ?? '',
    /** The database itself, past the wire. */
    databaseUrl: database.url,
    wire,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
});

const isReady = async (): Promise<boolean> => (await fetch(`${product.url}/readyz`)).status === 200;

/** Runs a query past the wire and past the product. */
async function ask<T extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

const endConnections = (): Promise<unknown> =>
  ask(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

/** The process id of the server's session that listens for jobs. */
async function listener(): Promise<number | undefined> {
  const [row] = await ask<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name = 're-mirai listener' and query like '%listening%'`,
  );
  return row?.pid;
}

/** Every pool works: the ORM's at full width, the queue's, and the listener on a connection of its own. */
async function expectEverythingWorks(slug: string, before: number): Promise<void> {
  await until('it is ready', isReady);
  await Promise.all(
    Array.from({ length: AT_ONCE }, () => submitAnswers(product.url, slug, threeFriends[0]!)),
  );
  const [row] = await ask<{ count: string }>(
    'select count(*) from response join survey on survey.id = survey_id where slug = $1',
    [slug],
  );
  expect(Number(row?.count)).toBe(before + AT_ONCE);
  await until('the queue listens', listener);
}

it('every pool replaces half-open connections, in which bytes are lost without a word', async () => {
  await using owner = await someone(product.url);
  const survey = await newSurvey(owner.client);
  const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
  await counts.next();
  const silent = await until('the queue listens', listener);
  // Idle connections of every pool are lost, the one to listen among them.
  expect(product.wire.lose()).toBeGreaterThanOrEqual(3);
  await expectEverythingWorks(survey.slug, 0);
  await until('the queue listens on a new connection', async () => {
    const [row] = await ask<{ pids: number[] }>(
      `select array_agg(pid) as pids from pg_stat_activity
       where datname = current_database() and application_name = 're-mirai listener' and pid <> $1`,
      [silent],
    );
    return row?.pids !== null;
  });
  await counts.return?.();
});

it('a lost reply to COMMIT is a 503 with Retry-After, and a retry with the same key counts once', async () => {
  await using owner = await someone(product.url);
  const survey = await newSurvey(owner.client);
  const friend = new ApiClient(product.url);
  const input = submission(survey.slug, threeFriends[0]!, { clientKey: randomUUID() });
  const lost = product.wire.loseReplyTo('insert into response', 'commit');
  const unknown = await friend.request(SubmitResponseDocument, { input });
  await lost;
  expect([unknown.status, unknown.errors[0]?.extensions?.['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(Number(unknown.headers.get('retry-after'))).toBeGreaterThan(0);

  const { submitResponse } = await friend.run(SubmitResponseDocument, { input });
  const again = await friend.run(SubmitResponseDocument, { input });
  expect(again.submitResponse.receipt).toBe(submitResponse.receipt);
  const [row] = await ask<{ count: string }>('select count(*) from response where survey_id = $1', [
    survey.id,
  ]);
  expect(row?.count).toBe('1');
});

it('recovers when an administrator ends every connection', async () => {
  await using owner = await someone(product.url);
  const survey = await newSurvey(owner.client);
  const ended = await until('the queue listens', listener);
  await endConnections();
  await expectEverythingWorks(survey.slug, 0);
  await until('the queue listens again', async () => (await listener()) !== ended);
});

it('is not ready while its server accepts no writes, and works when it does again', async () => {
  await using owner = await someone(product.url);
  const survey = await newSurvey(owner.client);
  const name = new URL(product.databaseUrl).pathname.slice(1);
  const maintenance = new URL(product.databaseUrl);
  maintenance.pathname = '/postgres';
  await execute(maintenance.href, `alter database ${name} set default_transaction_read_only = on`);
  await endConnections();
  await until('it is not ready', async () => !(await isReady()));
  const input = submission(survey.slug, threeFriends[0]!, { clientKey: randomUUID() });
  const refused = await new ApiClient(product.url).request(SubmitResponseDocument, { input });
  expect([refused.status, refused.errors[0]?.extensions?.['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  await execute(maintenance.href, `alter database ${name} reset default_transaction_read_only`);
  await expectEverythingWorks(survey.slug, 0);
});
