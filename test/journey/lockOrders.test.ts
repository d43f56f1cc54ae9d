import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, submitAnswers } from '../../client/friends.js';
import {
  ChooseVoiceDocument,
  DeleteSurveyDocument,
  GiveConsentDocument,
  HideQuoteDocument,
  RefreshDocument,
  SendMessageDocument,
  SubmitResponseDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { surveyOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);

const three = sixFriends.slice(0, 3);
const waiting = (count: number) =>
  until(`${count} wait for a lock`, async () => {
    const [row] = await test.app.services.orm.em
      .fork()
      .execute<{ count: number }[]>(
        "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
    return (row?.count ?? 0) >= count;
  });

const saysToBe = (client: ApiClient, years: number) =>
  client.request(GiveConsentDocument, { bornIn: bornYearsAgo(years), locale: 'EN', version: '1' });

/** A persona whose row is held by hand until both requests wait for it, one after the other. */
async function held(personaId: string, first: () => Promise<{ status: number }>, second: typeof first) {
  const hand = test.app.services.orm.em.fork();
  await hand.begin();
  await hand.execute('select 1 from persona where id = ? for no key update', [personaId]);
  const one = first();
  await waiting(1);
  const other = second();
  await waiting(2);
  await hand.commit();
  return (await Promise.all([one, other])).map(({ status }) => status);
}

/** A persona whose reply is being written until `end` is called. */
async function replying() {
  const made = await surveyOf(owner.client, test.url, three);
  const gate = Promise.withResolvers<void>();
  const calls = test.model.calls.length;
  test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
  const asked = { personaId: made.personaId, text: 'Hello there', clientKey: 'a' };
  const { reply } = (await owner.client.run(SendMessageDocument, asked)).sendMessage;
  await until('the model is asked', () => test.model.calls.slice(calls).some(({ path }) => path === 'chat'));
  return { ...made, reply, end: () => gate.resolve() };
}

it('a voice can be chosen while the survey is being deleted', async () => {
  const { personaId, id } = await surveyOf(owner.client, test.url, three);
  await owner.client.run(ChooseVoiceDocument, { personaId, archetype: 'SAGE' });
  const statuses = await held(
    personaId,
    () => owner.client.request(DeleteSurveyDocument, { surveyId: id }),
    () => owner.client.request(ChooseVoiceDocument, { personaId, archetype: 'REBEL' }),
  );
  expect(statuses).toEqual([200, 200]);
});

it('a voice can be chosen while an answer is withdrawn in the middle of a reply', async () => {
  const { personaId, receipts, end } = await replying();
  const statuses = await held(
    personaId,
    () => owner.client.request(WithdrawDocument, { receipt: receipts[0] ?? '' }),
    () => owner.client.request(ChooseVoiceDocument, { personaId, archetype: 'REBEL' }),
  );
  end();
  expect(statuses).toEqual([200, 200]);
});

it('an answer can be withdrawn at the moment in which a reply ends', async () => {
  const { personaId, receipts, reply, end } = await replying();
  const hand = test.app.services.orm.em.fork();
  await hand.begin();
  // The locks that ending a reply takes, in its order.
  await hand.execute('update conversation set revision = revision + 1 where persona_id = ?', [personaId]);
  const withdrawing = owner.client.request(WithdrawDocument, { receipt: receipts[0] ?? '' });
  await waiting(1);
  await hand.execute('select 1 from message where id = ? for update', [reply.id]);
  await hand.commit();
  expect((await withdrawing).status).toBe(200);
  end();
});

it('the only answer of a survey, withdrawn three times at once, is withdrawn once', async () => {
  const friend = new ApiClient(test.url);
  for (let round = 0; round < 5; round += 1) {
    const { slug } = await newSurvey(owner.client);
    const receipt = await submitAnswers(test.url, slug, three[0]!);
    const all = await Promise.all([1, 2, 3].map(() => friend.request(WithdrawDocument, { receipt })));
    const codes = all.map(({ errors }) => errors[0]?.extensions?.['code'] ?? 'OK');
    expect(codes.toSorted()).toEqual(['NOT_FOUND', 'NOT_FOUND', 'OK']);
  }
});

it('a quote can be hidden while the survey is being deleted', async () => {
  const { personaId, id } = await surveyOf(owner.client, test.url, three);
  const statuses = await held(
    personaId,
    () => owner.client.request(DeleteSurveyDocument, { surveyId: id }),
    () => owner.client.request(HideQuoteDocument, { personaId, quoteId: 'EV-Q1', report: 'UNKIND' }),
  );
  expect(statuses).toEqual([200, 200]);
});

it('an age can be said while a reply is being explained, and no quote of it stays', async () => {
  await using child = await someone(test.url);
  const { personaId } = await surveyOf(child.client, test.url, three);
  const asked = { personaId, text: 'Hello there', clientKey: 'a' };
  const { reply } = (await child.client.run(SendMessageDocument, asked)).sendMessage;
  const hand = test.app.services.orm.em.fork();
  await hand.begin();
  // What explaining locks and writes, in its order.
  await hand.execute('update conversation set revision = revision + 1 where persona_id = ?', [personaId]);
  const saying = saysToBe(child.client, 17);
  await waiting(1);
  const evidence = [{ id: 'EV-Q1', text: 'A quote' }];
  await hand.execute('update message set evidence = ? where id = ?', [JSON.stringify(evidence), reply.id]);
  await hand.commit();
  expect((await saying).errors).toEqual([]);
  const sql = 'select evidence from message where id = ?';
  expect(await hand.execute(sql, [reply.id])).toEqual([{ evidence: [] }]);
});

it('a text is refused where its survey’s owner says to be under age while it is on its way', async () => {
  await using child = await someone(test.url);
  const { id, slug } = await newSurvey(child.client);
  const hand = test.app.services.orm.em.fork();
  await hand.begin();
  await hand.execute('select 1 from survey where id = ? for update', [id]);
  const sending = new ApiClient(test.url).request(SubmitResponseDocument, {
    input: submission(slug, three[0]!),
  });
  await waiting(1);
  expect((await saysToBe(child.client, 17)).errors).toEqual([]);
  await hand.commit();
  expect((await sending).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'answers' });
});

it('a session can be refreshed while its account is being deleted', async () => {
  await using person = await someone(test.url);
  const hand = test.app.services.orm.em.fork();
  await hand.begin();
  // The locks that deleting an account takes, in its order.
  const sql = 'select id from session where user_id = ? for update';
  const [session] = await hand.execute<{ id: string }[]>(sql, [person.session.user.id]);
  const { refreshToken } = person.session;
  const refreshing = new ApiClient(test.url).request(RefreshDocument, { refreshToken });
  await waiting(1);
  await hand.execute('delete from refresh_token where session_id = ?', [session?.id]);
  await hand.execute('delete from session where id = ?', [session?.id]);
  await hand.commit();
  expect((await refreshing).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});
