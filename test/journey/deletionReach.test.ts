import { Redis } from 'ioredis';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { signIn } from '../../client/signIn.js';
import {
  CreateSurveyDocument,
  DeleteAccountDocument,
  ExportCharacterCardDocument,
  ExportMyDataDocument,
  ImportCharacterCardDocument,
  PersonaDocument,
  PinFactDocument,
  PublishPersonaDocument,
  PublicPersonaDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { ApiClient } from '../../client/apiClient.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { ask, countRows, holdNextReply } from '../chat/talk.js';
import { send } from '../http/send.js';
import { createTestDatabase } from '../testkit/database.js';
import { startRedisServer } from '../testkit/redisServer.js';
import { submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { smallPicture } from '../testkit/smallPicture.js';
import { tablesHolding } from '../testkit/tablesHolding.js';
import { until } from '../testkit/until.js';
import { versionAtEnd } from '../testkit/versions.js';

const canary = 'Xanadu7canary';

/** The product with everything in the clear, a Redis, and all that it logs. */
async function startWatchedApp() {
  await using opened = new AsyncDisposableStack();
  const redis = opened.use(await startRedisServer());
  const database = opened.use(await createTestDatabase());
  const model = opened.use(await startOpenAiStandIn({ draw: smallPicture }));
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const config = readConfig({
    ...{ PORT: '0', LOG_LEVEL: 'trace', DATABASE_URL: database.url, REDIS_URL: redis.url },
    // Stored in the clear, so that the search would find what is left.
    ...{ DATA_KEYS: 'plain', OPENAI_BASE_URL: model.url, CHAT_INLINE_THINKING: 'never' },
  });
  const retries = { limit: 2, delaySeconds: 0, maxDelaySeconds: 1 };
  const app = opened.use(await startApp(config, createLog(config, sink), { retries, maxWaitMs: 60_000 }));
  const closing = opened.move();
  return {
    ...{ app, url: app.url ?? '', databaseUrl: database.url, model, redisUrl: redis.url },
    logged: () => lines.join(''),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

/** Every key and value in Redis as one text. */
async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url);
  const keys = await redis.keys('*');
  const values = await Promise.all(keys.map((key) => redis.dump(key)));
  redis.disconnect();
  return [...keys, ...values.map(String)].join('\n');
}

it('a deleted account is nowhere, also in the middle of a saga, a reply and an export: no table, job, log, Redis or address', async () => {
  await using test = await startWatchedApp();
  const { client, session } = await signIn(test.url, {
    email: `${canary}@test.example`,
    name: `${canary} Park`,
  });
  const { survey } = (await client.run(CreateSurveyDocument, { title: canary, displayName: canary }))
    .createSurvey;
  const personaId = survey.persona.id;
  const friends = sixFriends.map((view) => ({ ...view, line: `${canary} ${view.line}` }));
  await submitAll(test.url, survey.slug, friends.slice(0, 3));
  await versionAtEnd(client, personaId);
  await ask(client, personaId, `My name is ${canary}.`);
  await client.run(PinFactDocument, { personaId, text: `${canary} likes tea` });
  const { publishPersona } = await client.run(PublishPersonaDocument, { personaId });
  const page = publishPersona.persona.publicUrl ?? '';
  const { illustration } = (await client.run(PersonaDocument, { id: personaId })).persona;
  const { url: card } = (await client.run(ExportCharacterCardDocument, { personaId, format: 'PNG' }))
    .exportCharacterCard;
  const brought = JSON.stringify({ spec: 'chara_card_v2', data: { tags: [canary] } });
  await client.run(ImportCharacterCardDocument, { personaId, card: brought });
  // A second version, a reply and an export are under way.
  const release = holdNextReply(test.model);
  await client.run(SendMessageDocument, { personaId, text: `Who is ${canary}?`, clientKey: 'a' });
  const letGo = Promise.withResolvers<void>();
  for (let call = 0; call < 6; call += 1)
    test.model.script({ path: 'chat', do: 'hold', until: letGo.promise });
  await submitAll(test.url, survey.slug, friends.slice(3));
  await client.run(ExportMyDataDocument, {});
  const exported = await until('an export', async () => {
    const [row] = await test.app.services.orm.em
      .fork()
      .execute<{ id: string }[]>("select id from data_export where status = 'READY'");
    return row;
  });
  await client.run(ExportMyDataDocument, {});
  const token = await test.app.services.exportLinks.sign(
    { kind: 'data', id: exported.id },
    new Date(Date.now() + 60_000),
  );
  const addresses = [
    ...[page, `${page}/card.png`, card, `${test.url}/exports/${token}`],
    `${test.url}${illustration?.url}`,
  ];
  const statuses = () => Promise.all(addresses.map(async (url) => (await send(url)).status));
  expect(await statuses()).toEqual(addresses.map(() => 200));
  expect(await countRows(test, 'persona_version', "status = 'SYNTHESIZING'")).toBe(1);
  expect(await countRows(test, 'message', "status in ('PENDING', 'STREAMING')")).toBe(1);
  const holding = await tablesHolding(test, canary);
  expect(holding.length).toBeGreaterThan(6);
  expect(holding).toContain('public.kept_fields');

  await client.run(DeleteAccountDocument, {});
  release();
  letGo.resolve();
  await client[Symbol.asyncDispose]();
  const jobsAtWork = async () =>
    Number(
      (
        await test.app.services.orm.em
          .fork()
          .execute<{ count: string }[]>(
            "select count(*) from pgboss.job where state in ('created', 'retry', 'active') and data <> '{}'",
          )
      )[0]?.count,
    );
  await until('its jobs have ended', async () => (await jobsAtWork()) === 0);

  expect(await tablesHolding(test, canary)).toEqual([]);
  for (const id of [session.user.id, personaId, survey.id])
    // Ids of what is gone are in ended jobs, for three days, and nowhere else.
    expect((await tablesHolding(test, id)).filter((table) => !table.startsWith('pgboss.'))).toEqual([]);
  expect(await dumpRedis(test.redisUrl)).not.toContain(canary);
  expect(test.logged()).not.toContain(canary);
  expect(test.logged()).toContain('job done');
  expect(await statuses()).toEqual(addresses.map(() => 404));
  const slug = page.split('/').at(-1) ?? '';
  const { errors } = await new ApiClient(test.url).request(PublicPersonaDocument, { slug });
  expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
});
