import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { WithdrawDocument } from '../../operations/generated/graphql.js';
import { dayOf } from '../../src/entities/day.js';
import { type TestApp, startTestApp } from '../testkit/testApp.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { sixFriends, stranger } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);

const three = sixFriends.slice(0, 3);
const strangers = (count: number) => Array.from({ length: count }, () => stranger);
const chats = ({ model }: Pick<TestApp, 'model'>) => model.calls.filter(({ path }) => path === 'chat').length;

/** A survey whose first version is being written until `write` is called. */
async function firstBeingWritten() {
  const survey = await newSurvey(owner.client);
  const gate = Promise.withResolvers<void>();
  const before = chats(test);
  test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
  await submitAll(test.url, survey.slug, three);
  await until('the first is at the model', () => chats(test) > before);
  return { ...survey, personaId: survey.persona.id, write: () => gate.resolve() };
}

const numbersOf = async (personaId: string) =>
  (await versionsOf(owner.client, personaId)).map(({ number }) => number);

it('releases that come while a text is being written become one version, of the newest', async () => {
  const { slug, personaId, id, write } = await firstBeingWritten();
  await submitAll(test.url, slug, strangers(18));
  expect(await numbersOf(personaId)).toEqual([5, 1]);
  write();
  const newest = await versionAtEnd(owner.client, personaId, 5);
  expect(newest).toMatchObject({ status: 'READY', friends: 21, isShown: true });
  expect(await numbersOf(personaId)).toEqual([5, 1]);
  // The releases between them remain the groups by which answers are told apart.
  const releases = await test.app.services.orm.em
    .fork()
    .execute<{ release: number; count: number }[]>(
      'select release, count(*)::int as count from response where survey_id = ? group by 1 order by 1',
      [id],
    );
  expect(releases).toEqual([3, 3, 4, 5, 6].map((count, at) => ({ release: at + 1, count })));
});

it('the version that waits is made when the one before it fails', async () => {
  const survey = await newSurvey(owner.client);
  const gate = Promise.withResolvers<void>();
  const before = chats(test);
  test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
  await submitAll(test.url, survey.slug, three);
  await until('the first is at the model', () => chats(test) > before);
  await submitAll(test.url, survey.slug, strangers(3));
  test.model.script({ path: 'chat', times: 1, do: 'fail', status: 401 });
  gate.resolve();
  const personaId = survey.persona.id;
  expect(await versionAtEnd(owner.client, personaId, 2)).toMatchObject({ status: 'READY', friends: 6 });
  expect(await versionAtEnd(owner.client, personaId, 1)).toMatchObject({ status: 'FAILED' });
});

it('an answer of an overtaken release can be withdrawn, and its release is made anew without it', async () => {
  const { slug, personaId, write } = await firstBeingWritten();
  const receipts = await submitAll(test.url, slug, strangers(7));
  expect(await numbersOf(personaId)).toEqual([3, 1]);
  await new ApiClient(test.url).run(WithdrawDocument, { receipt: receipts[0] ?? '' });
  expect(await numbersOf(personaId)).toEqual([2, 1]);
  write();
  expect(await versionAtEnd(owner.client, personaId, 2)).toMatchObject({ status: 'READY', friends: 6 });
  await submitAll(test.url, slug, strangers(1));
  await versionAtEnd(owner.client, personaId, 3);
  expect((await insightOf(owner.client, personaId, 3)).friends).toBe(10);
});

it('beyond the versions of a day the newest release waits for the next day, and says so', async () => {
  await using capped = await startTestApp({ env: { DAILY_VERSIONS: '1' } });
  await using person = await someone(capped.url);
  const { slug, persona } = await newSurvey(person.client);
  await submitAll(capped.url, slug, three);
  await versionAtEnd(person.client, persona.id);
  const paid = chats(capped);
  await submitAll(capped.url, slug, strangers(3));
  const em = () => capped.app.services.orm.em.fork();
  const sql = `select number, status, waiting ->> 'nextTryAt' as at from persona_version
    where persona_id = ? order by number desc`;
  const waits = async () => {
    const [newest] = await em().execute<{ number: number; at: string | null }[]>(sql, [persona.id]);
    return newest?.at == null ? undefined : newest;
  };
  const waiting = await until('the second waits', waits);
  expect(new Date(waiting.at ?? '').getTime()).toBe(Date.parse(dayOf()) + 86_400_000);
  await submitAll(capped.url, slug, strangers(4));
  expect(await em().execute(sql, [persona.id])).toMatchObject([
    { number: 3, status: 'SYNTHESIZING', at: waiting.at },
    { number: 1, status: 'READY', at: null },
  ]);
  expect(chats(capped)).toBe(paid);
  // A day later, brought forward.
  await em().execute('update persona set begun_on = begun_on - 1 where id = ?', [persona.id]);
  await em().execute(
    "update pgboss.job set start_after = now() where name = 'synthesizePersona' and state = 'created'",
  );
  expect(await versionAtEnd(person.client, persona.id, 3)).toMatchObject({ status: 'READY', friends: 10 });
  expect(await em().execute('select kind from lost_work')).toEqual([]);
});
