import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { demoIdToken, signIn } from '../../client/signIn.js';
import {
  PersonaChangedDocument,
  RefreshDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, someone } from '../testkit/seed.js';
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

  it('serves twenty parallel tabs: each gets a pair, and none is signed out', async () => {
    const { session } = await someone(test.url);
    const pairs = await Promise.all(Array.from({ length: 20 }, () => refresh(session.refreshToken)));
    expect(pairs.map(codeOf)).toEqual(Array.from({ length: 20 }, () => undefined));
    expect(new Set(pairs.map(({ data }) => data?.refreshSession.refreshToken)).size).toBe(20);
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

it('an access token of another secret, or without its session, opens nothing', async () => {
  const { createAccessTokens } = await import('../../src/auth/accessTokens.js');
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
