import { createECDH, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, type FriendView } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import {
  AcceptComparisonDocument,
  AccountDocument,
  AnswerAboutMyselfDocument,
  CloseSurveyDocument,
  CreateSurveyDocument,
  DeleteAccountDocument,
  GiveConsentDocument,
  HideQuoteDocument,
  PersonaChangedDocument,
  PersonaDocument,
  PinFactDocument,
  PublicSurveyDocument,
  RefreshDocument,
  SendMessageDocument,
  SubscribeToPushDocument,
  SurveyProgressedDocument,
} from '../../operations/generated/graphql.js';
import { ask, holdNextReply } from '../chat/talk.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { tablesHolding } from '../testkit/tablesHolding.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd } from '../testkit/versions.js';
import { ComparingPerson } from './comparingPerson.js';

const test = useApp();

const three = sixFriends.slice(0, 3);
const codeOf = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors[0]?.extensions?.['code'];
const rowsOf = async (table: string): Promise<number> => {
  const [row] = await test.app.services.orm.em
    .fork()
    .execute<{ count: string }[]>(`select count(*) from ${table}`);
  return Number(row?.count);
};

describe('deleting an account', () => {
  it('leaves nothing of the person in any table, and everything of others', async () => {
    const canary = 'Xanadu7canary';
    const person = { email: `${canary}@test.example`, name: `${canary} Park` };
    const { client } = await signIn(test.url, person);
    await client.run(GiveConsentDocument, { bornIn: '1990-05', locale: 'EN', version: canary });
    const { survey } = (await client.run(CreateSurveyDocument, { title: canary, displayName: canary }))
      .createSurvey;
    const friends: FriendView[] = three.map((view) => ({ ...view, line: `${canary} ${view.line}` }));
    await submitAll(test.url, survey.slug, friends);
    const personaId = survey.persona.id;
    await versionAtEnd(client, personaId);
    const { quotes } = await insightOf(client, personaId);
    const [{ id: quoteId } = { id: '' }] = quotes;
    await client.run(HideQuoteDocument, { personaId, quoteId, report: 'UNKIND' });
    await ask(client, personaId, `My name is ${canary}.`);
    await client.run(PinFactDocument, { personaId, text: `${canary} likes tea` });
    const own = answersOf({ ...three[0]!, line: undefined });
    const { persona } = (await client.run(AnswerAboutMyselfDocument, { answers: own })).answerAboutMyself;
    await versionAtEnd(client, persona.id);
    await client.run(CloseSurveyDocument, { surveyId: survey.id, normConsent: true });
    await until('the norms have the answers', async () => (await rowsOf('norm_sum')) > 0);
    const other = await ComparingPerson.arrive(test.url, 'Jun', three);
    const invitation = await other.invite();
    await client.run(AcceptComparisonDocument, { code: invitation.code, personaId });
    expect((await other.listed()).map(({ theirName }) => theirName)).toEqual([canary]);
    // Subscribed when there is nothing left to tell, so nothing is sent there.
    await client.run(SubscribeToPushDocument, {
      endpoint: `https://push.example.org/${canary}`,
      p256dh: createECDH('prime256v1').generateKeys('base64url'),
      auth: randomBytes(16).toString('base64url'),
      locale: 'EN',
    });
    expect(await tablesHolding(test, canary)).toEqual([
      'public.account',
      'public.persona',
      'public.persona_version',
      'public.push_subscription',
      'public.quote_report',
      'public.survey',
    ]);
    await client.run(DeleteAccountDocument, {});
    expect(await tablesHolding(test, canary)).toEqual([]);
    // What the other one was told of stays theirs.
    expect([await rowsOf('inbox'), await rowsOf('push_subscription')]).toEqual([1, 0]);
    expect(await other.listed()).toEqual([]);
    const link = await new ApiClient(test.url).request(PublicSurveyDocument, { slug: survey.slug });
    expect(codeOf(link)).toBe('NOT_FOUND');
    expect((await other.client.run(PersonaDocument, { id: other.persona })).persona.status).toBe('READY');
    const left = ['account', 'survey', 'persona', 'self_portrait', 'quote_report', 'conversation'];
    expect(await Promise.all(left.map(rowsOf))).toEqual([1, 1, 1, 0, 0, 0]);
    // Their texts are encrypted, so no search would find them.
    const encrypted = ['response', 'message', 'reply_chunk', 'fact'];
    expect(await Promise.all(encrypted.map(rowsOf))).toEqual([3, 0, 0, 0]);
  });

  it('ends every session of the person, on every device, and what it follows', async () => {
    const person = { email: 'leaves@test.example', name: 'Mina Park' };
    await using phone = await signIn(test.url, person);
    await using desk = await signIn(test.url, person);
    await using other = await someone(test.url);
    const survey = await newSurvey(desk.client);
    const states = desk.client.follow(PersonaChangedDocument, { personaId: survey.persona.id });
    const counts = desk.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    await states.next();
    await counts.next();
    await phone.client.run(DeleteAccountDocument, {});
    const ended = await Promise.allSettled([states.next(), counts.next()]);
    // Both end, because of the deleted rows or of the deleted session.
    for (const end of ended) expect(end.status === 'rejected' || end.value.done === true).toBe(true);
    for (const { client } of [phone, desk])
      expect(codeOf(await client.request(AccountDocument, {}))).toBe('UNAUTHENTICATED');
    const { refreshToken } = desk.session;
    expect(codeOf(await other.client.request(RefreshDocument, { refreshToken }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await phone.client.request(DeleteAccountDocument, {}))).toBe('UNAUTHENTICATED');
    expect((await other.client.request(AccountDocument, {})).status).toBe(200);
  });

  it('stops the reply that is being written, and a new sign-in creates a new account', async () => {
    const person = { email: 'returns@test.example', name: 'Mina Park' };
    const { client, session } = await signIn(test.url, person);
    const { personaId } = await surveyOf(client, test.url, three);
    const release = holdNextReply(test.model);
    const asked = { personaId, text: 'Hello there', clientKey: 'a' };
    await client.run(SendMessageDocument, asked);
    await client.run(DeleteAccountDocument, {});
    release();
    await client[Symbol.asyncDispose]();
    await using again = await signIn(test.url, person);
    expect(again.session.user.id).not.toBe(session.user.id);
    const { viewer } = await again.client.run(AccountDocument, {});
    expect(viewer).toMatchObject({ ageStanding: 'UNKNOWN', consent: null, aboutMyself: null });
    expect(await rowsOf('reply_chunk')).toBe(0);
  });

  it('and opening a survey at the same moment leaves either nothing of it, or is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { client } = await someone(test.url);
      const creating = Array.from({ length: 4 }, () => client.request(CreateSurveyDocument, {}));
      const [, ...created] = await Promise.all([client.run(DeleteAccountDocument, {}), ...creating]);
      for (const answer of created)
        expect(['UNAUTHENTICATED', 'NOT_FOUND', undefined]).toContain(codeOf(answer));
    }
    const [row] = await test.app.services.orm.em
      .fork()
      .execute<{ count: string }[]>(
        'select count(*) from survey where owner_id not in (select id from account)',
      );
    expect(Number(row?.count)).toBe(0);
  });
});
