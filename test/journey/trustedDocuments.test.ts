import { once } from 'node:events';
import { connect } from 'node:net';
import { createHash } from 'node:crypto';
import { print } from 'graphql';
import { describe, expect, inject, it } from 'vitest';
import documents from '../../operations/generated/documents.json' with { type: 'json' };
import {
  CloseSurveyDocument,
  DeleteSurveyDocument,
  PublicPersonaDocument,
  PublicSurveyDocument,
  PublishPersonaDocument,
  RotateSurveyLinkDocument,
  UnpublishPersonaDocument,
} from '../../operations/generated/graphql.js';
import { errorsOf, post, send, type Sent } from '../http/send.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';

const test = useApp({ env: { REDIS_URL: inject('redisUrl') } });
const owner = usePerson(test);
/** Another process as far as events go: it shares the database and Redis alone. */
const other = useOne(() =>
  startTestApp({ env: { DATABASE_URL: test.databaseUrl, REDIS_URL: inject('redisUrl'), ROLE: 'api' } }),
);

const get = (url: string, documentId: string, variables: unknown, sent: Sent = {}) =>
  send(
    `${url}/graphql?${String(new URLSearchParams({ documentId, variables: JSON.stringify(variables) }))}`,
    sent,
  );
const readSurvey = (slug: string, sent: Sent = {}, url = test.url) =>
  get(url, documents.PublicSurvey, { slug }, sent);
const readPersona = (slug: string, url = test.url) => get(url, documents.PublicPersona, { slug });
const surveyIn = (text: string) =>
  (JSON.parse(text) as { data: { survey: { status: string; ownerName: string } | null } }).data.survey;
const codeIn = (text: string) => errorsOf(text)[0]?.extensions['code'];

/** A published persona with its survey. */
async function publicPersona() {
  const survey = await newSurvey(owner.client, { displayName: 'Mina' });
  await threeAnswers(test.url, survey.slug);
  await statesUntil(owner.client, survey.persona.id, ['READY']);
  const { publishPersona } = await owner.client.run(PublishPersonaDocument, { personaId: survey.persona.id });
  const slug = publishPersona.persona.publicUrl?.split('/').at(-1) ?? '';
  return { survey, personaId: survey.persona.id, slug };
}

it('the ids are the hashes of the printed documents', () => {
  const idOf = (document: Parameters<typeof print>[0]) =>
    `sha256:${createHash('sha256').update(print(document)).digest('hex')}`;
  expect(documents).toEqual({
    PublicPersona: idOf(PublicPersonaDocument),
    PublicSurvey: idOf(PublicSurveyDocument),
  });
});

describe('a public survey by its trusted document', () => {
  it('has the bytes that it has by POST, at the first request and at the next', async () => {
    const { slug } = await newSurvey(owner.client, { locale: 'KO', displayName: '민지 🌱' });
    const posted = await post(test.url, print(PublicSurveyDocument), { slug });
    for (const answer of [await readSurvey(slug), await readSurvey(slug)])
      expect(answer).toMatchObject({
        status: 200,
        text: posted.text,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'public, max-age=5, stale-while-revalidate=60',
          'content-length': String(Buffer.byteLength(posted.text)),
          etag: expect.stringMatching(/^"[\w-]+"$/) as string,
          vary: 'accept-encoding',
          'x-content-type-options': 'nosniff',
        },
      });
  });

  it('has the same headers at the first request and at the next, none of which is for pages', async () => {
    const { slug } = await newSurvey(owner.client);
    for (const { headers } of [await readSurvey(slug), await readSurvey(slug)])
      expect(Object.keys(headers).sort()).toEqual([
        'cache-control',
        'connection',
        'content-length',
        'content-type',
        'date',
        'etag',
        'vary',
        'x-content-type-options',
      ]);
  });

  it('answers 304 to who has it, in each encoding', async () => {
    const { slug } = await newSurvey(owner.client);
    const plain = await readSurvey(slug);
    const compressed = await fetch(
      `${test.url}/graphql?${String(new URLSearchParams({ documentId: documents.PublicSurvey, variables: JSON.stringify({ slug }) }))}`,
      { headers: { 'accept-encoding': 'br' } },
    );
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(await compressed.text()).toBe(plain.text);
    const tags = [plain.headers.etag ?? '', compressed.headers.get('etag') ?? ''];
    expect(tags[0]).not.toBe(tags[1]);
    for (const [index, tag] of tags.entries()) {
      const headers = { 'if-none-match': tag, ...(index === 1 ? { 'accept-encoding': 'gzip, br' } : {}) };
      expect(await readSurvey(slug, { headers })).toMatchObject({
        status: 304,
        text: '',
        headers: { etag: tag, 'cache-control': 'public, max-age=5, stale-while-revalidate=60' },
      });
    }
    expect((await readSurvey(slug, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  it('is the same for its owner, and for the holder of a bad token', async () => {
    const { slug } = await newSurvey(owner.client);
    const { text } = await readSurvey(slug);
    for (const token of [owner.session.accessToken, 'expired'])
      expect(await readSurvey(slug, { headers: { authorization: `Bearer ${token}` } })).toMatchObject({
        status: 200,
        text,
      });
  });

  it('is not read for each of many who open it at the same time', async () => {
    const { slug } = await newSurvey(owner.client);
    const reads = async (how: string): Promise<number> => {
      const { text } = await send(`${test.url}/metrics`);
      return Number(new RegExp(`^public_reads_total\\{how="${how}"\\} (\\d+)$`, 'm').exec(text)?.[1]);
    };
    const before = await reads('made');
    const answers = await Promise.all(Array.from({ length: 50 }, () => readSurvey(slug)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    // On a busy machine they take longer than a read is kept.
    expect((await reads('made')) - before).toBeLessThan(5);
  });
});

describe('a change of the owner shows in every process', () => {
  /** Waits until both processes show it. The fact comes with an event, not with the end of a read's time. */
  const shown = async (slug: string, isShown: (text: string) => boolean) => {
    for (const url of [test.url, other.url])
      await until('the change', async () => isShown((await readSurvey(slug, {}, url)).text));
  };
  const kept = async (changes: { displayName?: string } = {}) => {
    const survey = await newSurvey(owner.client, changes);
    for (const url of [test.url, other.url]) await readSurvey(survey.slug, {}, url);
    return survey;
  };

  it('when a survey is closed', async () => {
    const { id, slug } = await kept();
    await owner.client.run(CloseSurveyDocument, { surveyId: id });
    await shown(slug, (text) => surveyIn(text)?.status === 'CLOSED');
  });

  it('when it is renamed', async () => {
    const { id, slug } = await kept({ displayName: 'Mina' });
    await post(
      test.url,
      'mutation ($id: ID!) { renameSurvey(input: { surveyId: $id, displayName: "Nina" }) { survey { id } } }',
      { id },
      { authorization: `Bearer ${owner.session.accessToken}` },
    );
    await shown(slug, (text) => surveyIn(text)?.ownerName === 'Nina');
  });

  it('when its link is rotated or it is deleted', async () => {
    const { id, slug } = await kept();
    const { rotateSurveyLink } = await owner.client.run(RotateSurveyLinkDocument, { surveyId: id });
    await shown(slug, (text) => codeIn(text) === 'NOT_FOUND');
    const next = rotateSurveyLink.survey.slug;
    await shown(next, (text) => surveyIn(text)?.status === 'OPEN');
    await owner.client.run(DeleteSurveyDocument, { surveyId: id });
    await shown(next, (text) => codeIn(text) === 'NOT_FOUND');
  });

  it('when a persona is published, made private and deleted', async () => {
    const { survey, personaId, slug } = await publicPersona();
    const posted = await post(test.url, print(PublicPersonaDocument), { slug });
    const both = (isShown: (text: string) => boolean) =>
      Promise.all(
        [test.url, other.url].map((url) =>
          until('the change', async () => isShown((await readPersona(slug, url)).text)),
        ),
      );
    await both((text) => text === posted.text);
    await owner.client.run(UnpublishPersonaDocument, { personaId });
    await both((text) => codeIn(text) === 'NOT_FOUND');
    await owner.client.run(PublishPersonaDocument, { personaId });
    await both((text) => text === posted.text);
    await owner.client.run(DeleteSurveyDocument, { surveyId: survey.id });
    await both((text) => codeIn(text) === 'NOT_FOUND');
  });
});

describe('what is refused', () => {
  const refused = async (query: string) => {
    const { status, headers, text } = await send(`${test.url}/graphql?${query}`);
    return { status, cache: headers['cache-control'], code: codeIn(text) };
  };
  const id = `documentId=${encodeURIComponent(documents.PublicSurvey)}`;
  const badRequest = { status: 400, cache: 'no-store', code: 'BAD_REQUEST' };

  it.each([
    ['an unknown id', `documentId=sha256:${'0'.repeat(64)}&variables={}`],
    ['an id without its prefix', `documentId=${documents.PublicSurvey.slice(7)}&variables={}`],
    ['two ids', `${id}&${id}`],
    ['a document beside it', `${id}&query={viewer{id}}`],
    ['another operation', `${id}&operationName=Viewer`],
    ['variables that are no JSON', `${id}&variables={slug}`],
    ['variables that are no object', `${id}&variables=[1]`],
    ['variables twice', `${id}&variables={}&variables={}`],
    ['variables that are too long', `${id}&variables=${JSON.stringify({ slug: 'x'.repeat(1_000) })}`],
  ])('%s', async (_name, query) => {
    expect(await refused(query)).toEqual(badRequest);
  });

  it.each([
    ['no variables', ''],
    ['a number', '&variables={"slug":1}'],
    ['null', '&variables={"slug":null}'],
    ['an object', '&variables={"slug":{"toString":"x"}}'],
    ['only a prototype', '&variables={"__proto__":{"slug":"x"}}'],
  ])('a slug that is %s', async (_name, variables) => {
    expect(await refused(id + variables)).toMatchObject({ cache: 'no-store', code: 'BAD_USER_INPUT' });
  });

  it('a slug of no survey, for a moment', async () => {
    for (const slug of ['A'.repeat(22), "x' or 1=1 --", '\u0000', '한'])
      expect(await refused(`${id}&variables=${encodeURIComponent(JSON.stringify({ slug }))}`)).toEqual({
        status: 200,
        cache: 'public, max-age=1',
        code: 'NOT_FOUND',
      });
  });
});

it('while a process drains, a read tells its connection to close, whether it was kept or not', async () => {
  await using leaving = await startTestApp({
    env: { DATABASE_URL: test.databaseUrl, REDIS_URL: inject('redisUrl'), ROLE: 'api' },
  });
  const [{ slug }, unread] = [await newSurvey(owner.client), await newSurvey(owner.client)];
  await readSurvey(slug, {}, leaving.url);
  const socket = connect(Number(new URL(leaving.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const drained = leaving.app.drain();
  for (const one of [slug, unread.slug]) {
    const { status, headers } = await readSurvey(one, {}, leaving.url);
    expect([status, headers.connection]).toEqual([200, 'close']);
  }
  socket.destroy();
  await drained;
});
