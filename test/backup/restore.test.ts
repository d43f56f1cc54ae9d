import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import {
  PersonaDocument,
  PinFactDocument,
  ReceiptDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { restoreBackup } from '../../scripts/backup/restoreBackup.js';
import { writeBackup } from '../../scripts/backup/writeBackup.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { ask, shown } from '../chat/talk.js';
import { createTestDatabase } from '../testkit/database.js';
import { dataKeys } from '../testkit/dataKeys.js';
import { newEmail, newSurvey, statesUntil, submitAll, threeAnswers } from '../testkit/seed.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { MAX_WAIT_MS, startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';

const log = pino({ level: 'silent' });
const person = { email: newEmail(), name: 'Mina Park' };

/** The product with a persona, a conversation and a second persona that waits for the model, and a backup of it. */
const stage = useOne(async () => {
  await using opened = new AsyncDisposableStack();
  const test = opened.use(await startTestApp());
  const folder = opened.use(await temporaryFolder());
  const owner = opened.use(await signIn(test.url, person));
  const survey = await newSurvey(owner.client);
  const receipts = await threeAnswers(test.url, survey.slug);
  const personaId = survey.persona.id;
  await statesUntil(owner.client, personaId, ['READY']);
  await ask(owner.client, personaId, 'What do my friends say?');
  await owner.client.run(PinFactDocument, { personaId, text: 'Mina likes tea' });
  const held = Promise.withResolvers<void>();
  opened.defer(() => held.resolve());
  const before = test.model.calls.length;
  test.model.script({ path: 'chat', times: 1, do: 'hold', until: held.promise });
  const second = await newSurvey(owner.client);
  await submitAll(test.url, second.slug, threeFriends);
  await until('the second saga is at the model', () =>
    test.model.calls.slice(before).some(({ path }) => path === 'chat'),
  );
  const file = join(folder.path, 'copy.backup.gz');
  const counts = await writeBackup(test.databaseUrl, file);
  const closing = opened.move();
  return {
    ...{ test, owner, personaId, receipts, file, counts, folder: folder.path, unfinished: second.persona.id },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
});

const target = useOne(createTestDatabase, 'test');
const restore = (file = stage.file, options: { force?: boolean; keys?: string } = {}) =>
  restoreBackup(target.url, file, {
    config: readConfig({ DATA_KEYS: options.keys ?? dataKeys }),
    force: options.force ?? false,
    log,
  });

async function withClient<T>(url: string, work: (db: Client) => Promise<T>): Promise<T> {
  const db = new Client({ connectionString: url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

/** All rows of all tables that a backup holds. */
const contentsOf = (url: string) =>
  withClient(url, async (db) => {
    const contents: Record<string, unknown> = {};
    for (const table of Object.keys(stage.counts))
      contents[table] = (
        await db.query(`select md5(string_agg(t::text, '|' order by t::text)) from "${table}" t`)
      ).rows;
    return contents;
  });

it('a backup taken while the product runs is complete, and only its owner can read the file', async () => {
  expect((await stat(stage.file)).mode & 0o777).toBe(0o600);
  const all = await withClient(stage.test.databaseUrl, (db) =>
    db.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'"),
  );
  const left = all.rows.map(({ name }) => name).filter((name) => !(name in stage.counts));
  expect(left.toSorted()).toEqual(['mikro_orm_migrations', 'secret']);
  expect(stage.counts).toMatchObject({ account: 1, response: 6, persona_version: 2, image: 3, fact: 1 });
});

it('a backup holds no key and nothing that people wrote', async () => {
  const text = gunzipSync(await readFile(stage.file)).toString();
  for (const secret of [
    dataKeys.split(':')[1] ?? '',
    'starts three projects',
    'What do my friends',
    'likes tea',
  ])
    expect(text).not.toContain(secret);
});

it('a restored product has the same rows, goes on with its saga and knows its people', async () => {
  expect(await restore()).toEqual(stage.counts);
  expect(await contentsOf(target.url)).toEqual(await contentsOf(stage.test.databaseUrl));
  const jobs = "select data from pgboss.job where name = 'synthesizePersona' and state = 'created'";
  expect((await withClient(target.url, (db) => db.query(jobs))).rowCount).toBe(1);
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: target.url,
    DATA_KEYS: dataKeys,
    OPENAI_BASE_URL: stage.test.model.url,
  });
  await using app = await startApp(config, log, { maxWaitMs: MAX_WAIT_MS });
  const url = app.url ?? '';
  await using owner = await signIn(url, person);
  const { personaId } = stage;
  const of = async (client: ApiClient) => ({
    viewer: (await client.run(ViewerDocument, {})).viewer.id,
    persona: { ...(await client.run(PersonaDocument, { id: personaId })).persona, illustration: null },
    messages: await shown(client, personaId),
  });
  expect(await of(owner.client)).toEqual(await of(stage.owner.client));
  const { illustration } = (await owner.client.run(PersonaDocument, { id: personaId })).persona;
  expect((await fetch(new URL(illustration?.url ?? '', url))).status).toBe(200);
  const [receipt = ''] = stage.receipts;
  const { responseByReceipt } = await new ApiClient(url).run(ReceiptDocument, { receipt });
  expect(responseByReceipt.answers.find(({ text }) => text !== null)?.text).toBe(threeFriends[0]?.line);
  const states = await statesUntil(owner.client, stage.unfinished, ['READY', 'FAILED']);
  expect(states.at(-1)?.status).toBe('READY');
});

it('a database with accounts, or in use, is not replaced by accident', async () => {
  await restore();
  await expect(restore()).rejects.toThrow(/not empty/);
  await withClient(target.url, (db) => db.query("update account set display_name = 'changed'"));
  expect(await restore(stage.file, { force: true })).toEqual(stage.counts);
  expect(await contentsOf(target.url)).toEqual(await contentsOf(stage.test.databaseUrl));
  const running = new Client({ connectionString: target.url, application_name: 're-mirai' });
  await running.connect();
  await expect(restore(stage.file, { force: true }))
    .rejects.toThrow(/using this database/)
    .finally(() => running.end());
});

it('a damaged backup, or one for other keys, changes nothing', async () => {
  await restore();
  const before = await contentsOf(target.url);
  const bytes = await readFile(stage.file);
  const text = gunzipSync(bytes).toString();
  const lines = text.split('\n');
  const damaged: [string, Buffer][] = [
    ['cut short', bytes.subarray(0, bytes.length - 20)],
    ['changed', gzipSync(text.replace('Mina Park', 'Mino Park'))],
    ['without its last line', gzipSync(lines.slice(0, -2).join('\n') + '\n')],
    ['without a row', gzipSync(lines.toSpliced(2, 1).join('\n'))],
    ['another file', gzipSync('{"hello":1}\n')],
    ['no archive', Buffer.from(text)],
  ];
  const file = join(stage.folder, 'damaged.gz');
  for (const [what, content] of damaged) {
    await writeFile(file, content);
    await expect(restore(file, { force: true }), what).rejects.toThrow(/not an intact backup/);
  }
  await writeFile(
    file,
    gzipSync(text.replace(/"migrations":\[/, '"migrations":["Migration29990101000000",')),
  );
  await expect(restore(file, { force: true })).rejects.toThrow(/from a newer version/);
  const other = `test:${Buffer.alloc(32, 1).toString('base64')}`;
  await expect(restore(stage.file, { force: true, keys: other })).rejects.toThrow(
    /The key test .* is not the one/,
  );
  await expect(restore(stage.file, { force: true, keys: other.replace('test', 'k') })).rejects.toThrow(
    /key test, which/,
  );
  expect(await contentsOf(target.url)).toEqual(before);
});
