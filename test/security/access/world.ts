import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { ApiClient } from '../../../client/apiClient.js';
import { answersOf, threeFriends } from '../../../client/friends.js';
import { demoIdToken, type SignedIn, signIn } from '../../../client/signIn.js';
import {
  AnswerAboutMyselfDocument,
  CreateSurveyDocument,
  ExplainReplyDocument,
  ExportMyDataDocument,
  GiveConsentDocument,
  InviteToCompareDocument,
  PinFactDocument,
  PublishPersonaDocument,
  SessionsDocument,
  SignOutDocument,
} from '../../../operations/generated/graphql.js';
import { ask, send } from '../../chat/talk.js';
import { ComparingPerson } from '../../journey/comparingPerson.js';
import { bornYearsAgo } from '../../testkit/bornYearsAgo.js';
import { newEmail, newSurvey, someone, statesUntil, submitAll } from '../../testkit/seed.js';
import { sixFriends } from '../../testkit/sixFriends.js';
import type { TestApp } from '../../testkit/testApp.js';
import type { Values } from './probes.js';

export const roles = ['anonymous', 'friend', 'other', 'owner', 'expired', 'revoked'] as const;
export type Role = (typeof roles)[number];

/** Words that only the owner may read. */
export const ownersWords = ['zebrafinch', 'quokkapond', 'axolotlmoon'] as const;

/** What consent every person of the tests gives, so that giving it again changes nothing. */
export const consent = { bornIn: bornYearsAgo(30), locale: 'EN', version: '1' } as const;

/** An owner with one of everything, and a caller for each role. */
export interface World extends AsyncDisposable {
  owner: SignedIn;
  /** Starts another session of the owner. */
  signInAgain(): Promise<SignedIn>;
  clients: Record<Role, ApiClient>;
  /** What each role puts into arguments: everyone knows the owner's ids, and only some know secrets. */
  values: Record<Role, Values>;
  /** More of the owner's objects, for what the first ones do not have. */
  others: Values[];
  /** What some mutations need of the owner's: a persona whose making failed, a message of the owner's own. */
  valuesFor: Record<string, Values>;
}

const bearer = (url: string, { session }: SignedIn): ApiClient => new ApiClient(url, session.accessToken);

/** A token of the owner's session that expired an hour ago. */
async function expiredToken(test: TestApp, owner: SignedIn): Promise<string> {
  const { accessTokens, orm } = test.app.services;
  const hash = createHash('sha256').update(owner.session.refreshToken).digest('hex');
  const [row] = await orm.em
    .fork()
    .execute<{ id: string }[]>('select session_id as id from refresh_token where hash = ?', [hash]);
  const clock = vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
  const signed = accessTokens.sign({ userId: owner.session.user.id, sessionId: row?.id ?? '' });
  clock.useRealTimers();
  return (await signed).token;
}

export async function buildWorld(test: TestApp): Promise<World> {
  const { url } = test;
  const em = test.app.services.orm.em.fork();
  await using opened = new AsyncDisposableStack();
  const email = newEmail();
  const signInAgain = () => signIn(url, { email, name: ownersWords[0] });
  const owner = opened.use(await signInAgain());
  const { client } = owner;
  await client.run(GiveConsentDocument, consent);
  // Friends see more of the other traits than the owner does, so that there is a blind spot to show.
  const answers = answersOf({
    ...threeFriends[0]!,
    traits: { E: 4, A: 1, C: 3, N: 5, I: 1 },
    line: undefined,
  });
  await client.run(AnswerAboutMyselfDocument, { answers, locale: 'EN' });
  const survey = await newSurvey(client, { displayName: 'Owner' });
  const personaId = survey.persona.id;
  // The first three see less of a trait, so that there is a change to show.
  const early = sixFriends.slice(0, 3).map((view) => ({ ...view, traits: { ...view.traits, E: 1 } }));
  const receipts = await submitAll(url, survey.slug, early);
  await statesUntil(client, personaId, ['READY']);
  receipts.push(...(await submitAll(url, survey.slug, sixFriends.slice(3))));

  const { publishPersona } = await client.run(PublishPersonaDocument, { personaId });

  const { message, reply } = await ask(client, personaId, `Tell me about ${ownersWords[1]}`);
  await client.run(ExplainReplyDocument, { messageId: reply.id });
  const { pinFact } = await client.run(PinFactDocument, { personaId, text: `I like ${ownersWords[2]}` });
  const help = await send(client, personaId, 'I want to kill myself');
  const partner = await ComparingPerson.arrive(url, 'Partner', threeFriends);
  const invite = async () =>
    (await client.run(InviteToCompareDocument, { personaId })).inviteToCompare.comparison;
  const { id: agreed } = await partner.accept((await invite()).code ?? '');
  const open = await invite();

  const failed = (await client.run(CreateSurveyDocument, { title: 'Failed' })).createSurvey.survey;
  const failure = { step: 'SYNTHESIZING', reason: 'It failed.', retryable: true, revision: 1 };
  await em.execute("update persona set status = 'FAILED', failure = ? where id = ?", [
    JSON.stringify(failure),
    failed.persona.id,
  ]);
  const waiting = (await client.run(CreateSurveyDocument, { title: 'Waiting' })).createSurvey.survey;
  const wait = { reason: 'It waits.', attempt: 2, nextTryAt: '2100-01-01T00:00:00.000Z' };
  await em.execute("update persona set status = 'SYNTHESIZING', waiting = ? where id = ?", [
    JSON.stringify(wait),
    waiting.persona.id,
  ]);
  const unsent = JSON.stringify({ clientKey: 'unsent-key', text: 'Unsent' });
  await em.execute('update conversation set unsent = ? where persona_id = ?', [unsent, personaId]);
  await em.execute('update message set failure = ? where id = ?', [
    JSON.stringify({ reason: 'It failed.', retryable: true }),
    reply.id,
  ]);

  await em.execute(
    `insert into daily_count (survey_id, day, kind, times)
     values (?, current_date - 5, 'SURVEY_VIEW', 3), (?, current_date - 5, 'STOP_WORDS', 3)`,
    [survey.id, survey.id],
  );
  // From ten answers on, the owner sees where friends stop.
  await em.execute('update survey set response_count = 10 where id = ?', [survey.id]);
  await em.execute("update message set summary = 'They like tea.' where id = ?", [reply.id]);

  const revoked = opened.use(await signInAgain());
  await revoked.client.run(SignOutDocument, {});
  const other = opened.use(await someone(url, 'Other'));
  await other.client.run(GiveConsentDocument, consent);
  await newSurvey(other.client);

  const [quote] = await em.execute<{ id: string }[]>(
    "select quote ->> 'id' as id from persona_version, jsonb_array_elements(evidence -> 'quotes') quote where persona_id = ? limit 1",
    [personaId],
  );
  const spare = opened.use(await signInAgain());
  const { sessions } = (await spare.client.run(SessionsDocument, {})).viewer;
  const { id: exportId } = (await client.run(ExportMyDataDocument, {})).exportMyData.export;
  const ids: Values = {
    export: exportId,
    session: sessions.find(({ current }) => current)?.id ?? '',
    persona: personaId,
    survey: survey.id,
    message: reply.id,
    fact: pinFact.conversation.memory.facts[0]?.id ?? '',
    comparison: agreed,
    quote: quote?.id ?? 'Q1',
  };
  const guesses: Values = {
    slug: 'a'.repeat(22),
    publicSlug: 'a'.repeat(22),
    receipt: 'b'.repeat(32),
    code: 'c'.repeat(22),
    refreshToken: 'd',
    idToken: 'e',
  };
  const slug = survey.slug;
  const publicSlug = publishPersona.persona.publicUrl?.split('/').at(-1);
  const known: Record<Role, Values> = {
    anonymous: guesses,
    friend: { ...guesses, slug, publicSlug, receipt: receipts[0] },
    other: guesses,
    owner: {
      ...guesses,
      slug,
      publicSlug,
      code: (await partner.invite()).code,
      refreshToken: owner.session.refreshToken,
      idToken: await demoIdToken(url, { email, name: ownersWords[0] }),
    },
    expired: { ...guesses, slug, publicSlug, receipt: receipts[0] },
    revoked: { ...guesses, slug, publicSlug, receipt: receipts[0] },
  };
  const closing = opened.move();
  return {
    owner,
    signInAgain,
    clients: {
      anonymous: new ApiClient(url),
      friend: new ApiClient(url),
      other: bearer(url, other),
      owner: bearer(url, owner),
      expired: new ApiClient(url, await expiredToken(test, owner)),
      revoked: bearer(url, revoked),
    },
    values: Object.fromEntries(roles.map((role) => [role, { ...ids, ...known[role] }])) as World['values'],
    others: [
      { persona: failed.persona.id },
      { persona: waiting.persona.id },
      { message: message.id },
      { message: help.reply.id },
      { comparison: open.id },
    ],
    valuesFor: {
      retryPersona: { persona: failed.persona.id },
      editMessage: { message: message.id },
      deleteMessage: { message: message.id },
      renameSurvey: { survey: waiting.id },
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
