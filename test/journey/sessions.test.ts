import { createHash } from 'node:crypto';
import { print } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { demoIdToken, signIn } from '../../client/signIn.js';
import {
  PersonaChangedDocument,
  RefreshDocument,
  RevokeSessionDocument,
  SessionsDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { createRefreshTokens } from '../../src/auth/tokens.js';
import { deleteExpired } from '../../src/queue/jobs.js';
import { countRows } from '../chat/talk.js';
import { post } from '../http/send.js';
import { socketClient } from '../http/socketClient.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
let anonymous: ApiClient;
beforeAll(async () => {
  anonymous = new ApiClient(test.url);
});

const refresh = (refreshToken: string) => anonymous.request(RefreshDocument, { refreshToken });
const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
  answer.errors[0]?.extensions?.['code'];
const worksFor = async (accessToken: string): Promise<boolean> =>
  (await new ApiClient(test.url, accessToken).request(ViewerDocument, {})).errors.length === 0;
const refreshed = async (refreshToken: string) =>
  (await anonymous.run(RefreshDocument, { refreshToken })).refreshSession;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
/** How many unused tokens the session of a token has. */
const livingTokens = (token: string): Promise<number> =>
  countRows(
    test,
    'refresh_token',
    `used_at is null and session_id = (select session_id from refresh_token where hash = '${hashOf(token)}')`,
  );
/** Lets the grace of every used token pass, on the database's own clock. */
const passGrace = () =>
  test.app.services.orm.em
    .fork()
    .execute("update refresh_token set used_at = used_at - interval '31 seconds'");

describe('signing in', () => {
  it('identifies a person by the Google account, whatever the e-mail or name is now', async () => {
    const first = await signIn(test.url, { email: 'kim@test.example', name: 'Kim' });
    const again = await signIn(test.url, { email: 'kim@test.example', name: 'Kim Renamed' });
    expect(again.session.user).toMatchObject({ id: first.session.user.id, displayName: 'Kim Renamed' });
  });

  it('lasts at most fifteen minutes before a refresh', async () => {
    const { session } = await someone(test.url);
    const minutes = (Date.parse(session.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('refuses a token that Google did not sign, without saying why', async () => {
    const idToken = await demoIdToken(test.url, { email: 'a@test.example', name: 'A' });
    const [head, body, signature] = idToken.split('.') as [string, string, string];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [
      `${head}.${body}.${signature.slice(0, -8)}AAAAAAAA`,
      `${none}.${body}.`,
      'a.b.c',
      'x',
    ]) {
      const { status, errors } = await anonymous.request(SignInDocument, { idToken: forged });
      expect([status, codeOf({ errors })]).toEqual([401, 'UNAUTHENTICATED']);
      expect(JSON.stringify(errors)).not.toContain(forged.slice(0, 20) === 'x' ? 'eyJ' : body);
    }
  });

  it('stores no refresh token in clear', async () => {
    const { session } = await someone(test.url);
    const rows = await test.app.services.orm.em
      .fork()
      .execute<{ hash: string }[]>('select hash from refresh_token');
    expect(rows.map(({ hash }) => hash).join()).not.toContain(session.refreshToken);
  });
});

describe('a refresh token', () => {
  it('is traded for a fresh pair that works', async () => {
    const { session } = await someone(test.url);
    const { data } = await refresh(session.refreshToken);
    expect(data?.refreshSession.refreshToken).not.toBe(session.refreshToken);
    expect(await worksFor(data?.refreshSession.accessToken ?? '')).toBe(true);
  });

  it('answers the same successor to all parallel tabs, and the session has one living token', async () => {
    const { session } = await someone(test.url);
    const pairs = await Promise.all(Array.from({ length: 50 }, () => refreshed(session.refreshToken)));
    const successors = new Set(pairs.map(({ refreshToken }) => refreshToken));
    expect(successors.size).toBe(1);
    expect(await livingTokens([...successors][0] ?? '')).toBe(1);
    expect(await worksFor(pairs.at(-1)?.accessToken ?? '')).toBe(true);
  });

  it('repeated after a lost answer returns the successor of the first use', async () => {
    const { session } = await someone(test.url);
    const lost = await refreshed(session.refreshToken);
    const again = await refreshed(session.refreshToken);
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect((await refreshed(again.refreshToken)).refreshToken).not.toBe(lost.refreshToken);
  });

  it('repeated by a slow tab whose successor is used already returns the end of the chain', async () => {
    const { session } = await someone(test.url);
    const second = await refreshed(session.refreshToken);
    const third = await refreshed(second.refreshToken);
    const slow = await refreshed(session.refreshToken);
    expect(slow.refreshToken).toBe(third.refreshToken);
    await passGrace();
    expect(await worksFor((await refreshed(slow.refreshToken)).accessToken)).toBe(true);
  });

  it('outlives a change of the secret; a repeated one is refused without ending the session', async () => {
    const { session } = await someone(test.url);
    const { orm } = test.app.services;
    const others = createRefreshTokens('another secret of at least 32 characters');
    const exchange = (token: string) => orm.em.fork().transactional((em) => others.exchange(em, token));
    const used = (await refreshed(session.refreshToken)).refreshToken;
    expect(await exchange(session.refreshToken)).toBeNull();
    expect((await exchange(used))?.refreshToken).toEqual(expect.any(String));
    expect(await worksFor(session.accessToken)).toBe(true);
  });

  it('used again after the grace ends the session for everyone who holds a token of it', async () => {
    const { session } = await someone(test.url);
    const fresh = (await refresh(session.refreshToken)).data?.refreshSession;
    await passGrace();
    expect(codeOf(await refresh(session.refreshToken))).toBe('UNAUTHENTICATED');
    expect(codeOf(await refresh(fresh?.refreshToken ?? ''))).toBe('UNAUTHENTICATED');
    expect(await worksFor(fresh?.accessToken ?? '')).toBe(false);
  });

  it('that was never issued, or has run out, is UNAUTHENTICATED', async () => {
    const { session } = await someone(test.url);
    await test.app.services.orm.em
      .fork()
      .execute(
        "update refresh_token set expires_at = now() where session_id = (select session_id from refresh_token where hash = encode(sha256(?::bytea), 'hex'))",
        [session.refreshToken],
      );
    expect(codeOf(await refresh(session.refreshToken))).toBe('UNAUTHENTICATED');
    expect(codeOf(await refresh('never-issued'))).toBe('UNAUTHENTICATED');
  });
});

describe('signing out', () => {
  it('ends the access token, the refresh token and the open socket at once', async () => {
    await using owner = await someone(test.url);
    const { persona } = await newSurvey(owner.client);
    const { createClient } = await import('graphql-ws');
    const { WebSocket } = await import('ws');
    const closed = Promise.withResolvers<number>();
    const socket = createClient({
      url: `${test.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${owner.session.accessToken}` },
      retryAttempts: 0,
      lazy: false,
      on: { closed: (event) => closed.resolve((event as { code: number }).code) },
      onNonLazyError: () => undefined,
    });
    const opened = Promise.withResolvers<void>();
    socket.subscribe(
      { query: `subscription { personaChanged(personaId: "${persona.id}") { status } }` },
      { next: () => opened.resolve(), error: () => undefined, complete: () => undefined },
    );
    await opened.promise;
    await owner.client.run(SignOutDocument, {});
    expect(await closed.promise).toBe(4403);
    expect(await worksFor(owner.session.accessToken)).toBe(false);
    expect(codeOf(await refresh(owner.session.refreshToken))).toBe('UNAUTHENTICATED');
    await socket.dispose();
  });

  it('leaves the other sessions of the person alone', async () => {
    const phone = await signIn(test.url, { email: 'two@test.example', name: 'Two' });
    const desk = await signIn(test.url, { email: 'two@test.example', name: 'Two' });
    await phone.client.run(SignOutDocument, {});
    expect(await worksFor(desk.session.accessToken)).toBe(true);
  });
});

describe('the list of sessions', () => {
  const sessionsOf = async (client: ApiClient) => (await client.run(SessionsDocument, {})).viewer.sessions;

  it('has every device that is signed in, the current one first, by day and by what it called itself', async () => {
    const person = { email: 'devices@test.example', name: 'Devices' };
    const desk = await signIn(test.url, person);
    const idToken = await demoIdToken(test.url, person);
    const phone = await post(
      test.url,
      print(SignInDocument),
      { idToken },
      { 'user-agent': `  Phone/1\t ${'x'.repeat(400)}` },
    );
    expect(phone.status).toBe(200);
    const [first, second, ...more] = await sessionsOf(desk.client);
    expect(more).toEqual([]);
    expect([first?.current, second?.current]).toEqual([true, false]);
    const today = new Date().toISOString().slice(0, 10);
    expect([first?.lastUsedOn, second?.lastUsedOn]).toEqual([today, today]);
    expect(second?.userAgent).toMatch(/^Phone\/1 x+$/);
    expect(second?.userAgent?.length).toBeLessThanOrEqual(255);
  });

  it('knows the day of the last refresh, and neither ended nor expired sessions', async () => {
    const person = { email: 'days@test.example', name: 'Days' };
    const [desk, phone, old] = [
      await signIn(test.url, person),
      await signIn(test.url, person),
      await signIn(test.url, person),
    ];
    const em = test.app.services.orm.em.fork();
    const mine = 'select id from session where user_id = ?';
    await em.execute(`update session set last_used_on = '2020-01-01' where id in (${mine})`, [
      desk.session.user.id,
    ]);
    await em.execute('update refresh_token set expires_at = now() where hash = ?', [
      hashOf(old.session.refreshToken),
    ]);
    await refreshed(phone.session.refreshToken);
    const today = new Date().toISOString().slice(0, 10);
    expect((await sessionsOf(desk.client)).map(({ lastUsedOn }) => lastUsedOn)).toEqual([
      '2020-01-01',
      today,
    ]);
    await phone.client.run(SignOutDocument, {});
    expect((await sessionsOf(desk.client)).map(({ current }) => current)).toEqual([true]);
  });

  it('ends a session of another device at once: its tokens and its open socket', async () => {
    const person = { email: 'ends@test.example', name: 'Ends' };
    const [desk, phone] = [await signIn(test.url, person), await signIn(test.url, person)];
    await using socket = socketClient(`${test.url.replace('http', 'ws')}/graphql`);
    await socket.init({ authorization: `Bearer ${phone.session.accessToken}` });
    const id = (await sessionsOf(desk.client)).find(({ current }) => !current)?.id ?? '';
    await desk.client.run(RevokeSessionDocument, { id });
    expect(await socket.closed).toBe(4403);
    expect(await worksFor(phone.session.accessToken)).toBe(false);
    expect(codeOf(await refresh(phone.session.refreshToken))).toBe('UNAUTHENTICATED');
    expect(await worksFor(desk.session.accessToken)).toBe(true);
    expect(codeOf(await desk.client.request(RevokeSessionDocument, { id }))).toBe('NOT_FOUND');
  });
});

it('ended sessions and expired refresh tokens are purged by a job, and used tokens stay until they expire', async () => {
  const [active, revoked, expired] = [
    await someone(test.url),
    await someone(test.url),
    await someone(test.url),
  ];
  const successor = (await refreshed(active.session.refreshToken)).refreshToken;
  await revoked.client.run(SignOutDocument, {});
  const { orm, queue } = test.app.services;
  await orm.em
    .fork()
    .execute('update refresh_token set expires_at = now() where hash = ?', [
      hashOf(expired.session.refreshToken),
    ]);
  await orm.em.fork().transactional((em) => queue.send(em, deleteExpired, {}));
  const isStored = async (token: string) =>
    (await countRows(test, 'refresh_token', `hash = '${hashOf(token)}'`)) === 1;
  await until('the purge', async () => !(await isStored(revoked.session.refreshToken)));
  const kept = [active.session.refreshToken, successor, expired.session.refreshToken].map(isStored);
  expect(await Promise.all(kept)).toEqual([true, true, false]);
  expect(await countRows(test, 'session', `user_id = '${revoked.session.user.id}'`)).toBe(0);
  expect(await countRows(test, 'session', `user_id = '${expired.session.user.id}'`)).toBe(0);
  expect(await worksFor(active.session.accessToken)).toBe(true);
  expect(await countRows(test, 'pgboss.schedule', "name = 'purgeSessions'")).toBe(1);
});

it('an access token of another secret, or without its session, opens nothing', async () => {
  const { createAccessTokens } = await import('../../src/auth/tokens.js');
  const { session } = await someone(test.url);
  const ids = { userId: session.user.id, sessionId: '7d3c2a2e-0000-4000-8000-000000000000' };
  const foreign = await createAccessTokens('another secret of at least 32 characters').sign(ids);
  const orphan = await test.app.services.accessTokens.sign(ids);
  for (const { token } of [foreign, orphan]) {
    const answer = await new ApiClient(test.url, token).request(ViewerDocument, {});
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  }
  await using client = new ApiClient(test.url, foreign.token);
  await expect(client.follow(PersonaChangedDocument, { personaId: ids.userId }).next()).rejects.toBeDefined();
});

it('a subscription id used again while its first is still being opened closes the socket, and leaves no view behind', async () => {
  await using owner = await someone(test.url);
  const { persona } = await newSurvey(owner.client);
  await using client = socketClient(`${test.url.replace('http', 'ws')}/graphql`);
  await client.init({ authorization: `Bearer ${owner.session.accessToken}` });
  const query = `subscription { personaChanged(personaId: "${persona.id}") { id } }`;
  client.subscribe('1', query);
  client.say({ id: '1', type: 'complete' });
  client.subscribe('1', query);
  expect(await client.closed).toBe(4409);
});
