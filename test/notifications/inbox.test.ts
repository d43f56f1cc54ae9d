import { expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import {
  AnswerAboutMyselfDocument,
  DeleteAccountDocument,
  DeleteSurveyDocument,
  InboxChangedDocument,
  MarkNotificationsReadDocument,
  NotificationsDocument,
  RetryPersonaDocument,
} from '../../operations/generated/graphql.js';
import { answersOf, threeFriends } from '../../client/friends.js';
import { ComparingPerson } from '../journey/comparingPerson.js';
import { newSurvey, someone, statesUntil, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { surveyOf, versionAtEnd } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);

const read = async (client: ApiClient, page: { first?: number; after?: string | null } = {}) => {
  const { inbox, notifications } = (await client.run(NotificationsDocument, page)).viewer;
  return { ...inbox, ...notifications, list: notifications.edges.map(({ node }) => node) };
};
const kindsOf = async (client: ApiClient) => (await read(client)).list.map(({ kind }) => kind);
const today = (): string => new Date().toISOString().slice(0, 10);

it('an owner is told once that the mirror is ready, and of no single answer before or after', async () => {
  const { persona, slug } = await newSurvey(owner.client);
  const personaId = persona.id;
  await submitAll(test.url, slug, sixFriends.slice(0, 2));
  expect(await kindsOf(owner.client)).toEqual([]);
  await submitAll(test.url, slug, sixFriends.slice(2, 3));
  await statesUntil(owner.client, personaId, ['READY']);
  const { list, unreadCount } = await read(owner.client);
  expect(list).toEqual([
    {
      id: expect.any(String) as string,
      kind: 'MIRROR_READY',
      personaId,
      comparisonId: null,
      createdOn: today(),
      isRead: false,
    },
  ]);
  expect(unreadCount).toBe(1);
  await submitAll(test.url, slug, sixFriends.slice(3, 5));
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_READY']);
  await submitAll(test.url, slug, sixFriends.slice(5));
  await versionAtEnd(owner.client, personaId, 2);
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_CHANGED', 'MIRROR_READY']);
});

it('a release that is ready after a later one is not told', async () => {
  const { personaId, slug } = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  const gate = Promise.withResolvers<void>();
  test.model.script({ path: 'images', times: 1, do: 'hold', until: gate.promise });
  await submitAll(test.url, slug, sixFriends.slice(3));
  const em = test.app.services.orm.em.fork();
  await until('the second release is being drawn', async () => {
    const rows = await em.execute(
      "select 1 from persona_version where persona_id = ? and number = 2 and status = 'GENERATING_IMAGE'",
      [personaId],
    );
    return rows.length > 0;
  });
  await em.execute('update persona_version set number = 3 where persona_id = ? and number = 1', [personaId]);
  gate.resolve();
  await versionAtEnd(owner.client, personaId, 2);
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_READY']);
});

it('a mirror that could not be made is told, and told again when the retry fails', async () => {
  test.model.script({ path: 'chat', times: 2, do: 'fail', status: 401 });
  const { personaId } = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_FAILED']);
  test.model.reset();
  test.model.script({ path: 'chat', times: 1, do: 'fail', status: 401 });
  await owner.client.run(RetryPersonaDocument, { personaId });
  await until('the retry is told', async () => (await kindsOf(owner.client)).length === 2);
  test.model.reset();
  await owner.client.run(RetryPersonaDocument, { personaId });
  await statesUntil(owner.client, personaId, ['READY']);
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_READY', 'MIRROR_FAILED', 'MIRROR_FAILED']);
});

it('an inviter is told that the invitation was accepted, and the other one is not', async () => {
  const inviter = await ComparingPerson.arrive(test.url, 'Inviter', threeFriends);
  const accepter = await ComparingPerson.arrive(test.url, 'Accepter', threeFriends);
  const { id } = await accepter.agreeWith(inviter);
  await accepter.accept((await inviter.invite()).code);
  const [accepted, ...rest] = (await read(inviter.client)).list;
  expect(accepted).toMatchObject({
    kind: 'COMPARISON_ACCEPTED',
    personaId: inviter.persona,
    comparisonId: id,
  });
  expect(rest.map(({ kind }) => kind)).toEqual(['MIRROR_READY']);
  expect(await kindsOf(accepter.client)).toEqual(['MIRROR_READY']);
});

it('a practice mirror, which is made before its owner’s eyes, is not told', async () => {
  const answers = answersOf({ ...threeFriends[0]!, line: undefined });
  const made = await owner.client.run(AnswerAboutMyselfDocument, { answers, locale: 'EN' });
  await statesUntil(owner.client, made.answerAboutMyself.persona.id, ['READY']);
  expect(await kindsOf(owner.client)).toEqual([]);
});

it('notifications are read on all devices, by their ids, and no one else’s', async () => {
  await using other = await someone(test.url);
  const { personaId, slug } = await surveyOf(owner.client, test.url, sixFriends);
  await versionAtEnd(owner.client, personaId, 2);
  await surveyOf(other.client, test.url, sixFriends.slice(0, 3));
  expect(slug).not.toBe('');
  const [newest, oldest] = (await read(owner.client)).list;
  const [theirs] = (await read(other.client)).list;
  const notificationIds = [newest!.id, theirs!.id, 'no id'];
  const first = await owner.client.run(MarkNotificationsReadDocument, { notificationIds });
  expect(first.markNotificationsRead.inbox.unreadCount).toBe(1);
  await owner.client.run(MarkNotificationsReadDocument, { notificationIds });
  const marks = (await read(owner.client)).list.map(({ id, isRead }) => [id, isRead]);
  expect(marks).toEqual([
    [newest!.id, true],
    [oldest!.id, false],
  ]);
  expect((await read(other.client)).unreadCount).toBe(1);
});

it('notifications come in pages whose cursors hold no time', async () => {
  const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
  await versionAtEnd(owner.client, personaId, 2);
  const first = await read(owner.client, { first: 1 });
  expect(first.list.map(({ kind }) => kind)).toEqual(['MIRROR_CHANGED']);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(Buffer.from(first.pageInfo.endCursor ?? '', 'base64url').toString()).toMatch(/^\[\d+\]$/);
  const second = await read(owner.client, { first: 1, after: first.pageInfo.endCursor });
  expect(second.list.map(({ kind }) => kind)).toEqual(['MIRROR_READY']);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

it('a subscriber sees the count now, and each change of it', async () => {
  const seen: number[] = [];
  const events = owner.client.follow(InboxChangedDocument, {});
  const next = async () => seen.push((await events.next()).value?.inboxChanged.unreadCount ?? -1);
  await next();
  await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  await next();
  const notificationIds = (await read(owner.client)).list.map(({ id }) => id);
  await owner.client.run(MarkNotificationsReadDocument, { notificationIds });
  await next();
  expect(seen).toEqual([0, 1, 0]);
  await events.return?.();
});

it('notifications go with their survey, and all with the account', async () => {
  const { id } = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  await owner.client.run(DeleteSurveyDocument, { surveyId: id });
  expect(await kindsOf(owner.client)).toEqual(['MIRROR_READY']);
  await owner.client.run(DeleteAccountDocument, {});
  const rows = await test.app.services.orm.em
    .fork()
    .execute(
      'select 1 from inbox where user_id = :id union all select 1 from notification where inbox_user_id = :id',
      {
        id: owner.session.user.id,
      },
    );
  expect(rows).toEqual([]);
});
