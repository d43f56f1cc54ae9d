import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConversationExportDocument, ExplainReplyDocument } from '../../operations/generated/graphql.js';
import { personaTextSchema } from '../../src/ai/prompts/personaText.js';
import { indexQuotes } from '../../src/measurement/openText/quoteIndex.js';
import { answerAsAdversary } from '../../stand-ins/adversary/adversary.js';
import { ask } from '../chat/talk.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { type Harm, harmIn } from './harmIn.js';
import { batchesOf, settle, type Settled } from './injectedSurvey.js';
import { injectionPayloads } from './injectionPayloads.js';
import { inParallel } from './inParallel.js';
import { personaQueries, textsIn } from './readEverything.js';

type Known = Record<string, unknown>;

const locales = ['EN', 'KO', 'JA'] as const;
const batches = locales.flatMap((locale) => batchesOf(locale, injectionPayloads[locale]));
const lines = Object.values(injectionPayloads).flatMap((some) => some.map(({ text }) => text));
/** Surveys at work at the same time. */
const PARALLEL = 4;

const test = useApp();
const owner = usePerson(test);
/** What was asked of the illustrator. */
const drawn: string[] = [];
let surveys: Settled[];
/** What the owner can read of each persona by itself, and of a talk with it. */
let read: { persona: Known; talk: Known }[];

/** Drawing takes most of the time and quotes no one: one small picture is used for all. */
async function drawOnce(): Promise<void> {
  const create = { width: 64, height: 64, channels: 3 as const, background: '#345' };
  const bytes = await sharp({ create }).png().toBuffer();
  const usage = { model: 'one picture', inputTokens: null, outputTokens: null };
  test.app.services.ai.illustrator = {
    async draw({ prompt }) {
      drawn.push(prompt);
      return { bytes, usage };
    },
  };
}

async function readTalk(id: string): Promise<Known> {
  const { client } = owner;
  const { reply, read: replied } = await ask(client, id, 'What do my friends see in me?');
  // A model that breaks the shape of its answer explains nothing: an error is read as well.
  const { data, errors } = await client.request(ExplainReplyDocument, { messageId: reply.id });
  const exported = async (format: 'TEXT' | 'JSON'): Promise<string> =>
    (await client.run(ConversationExportDocument, { personaId: id, format })).persona.conversationExport
      .content;
  const why = [data, errors.map(({ message }) => message)];
  return {
    reply: replied.text,
    why,
    text: await exported('TEXT'),
    json: JSON.parse(await exported('JSON')) as unknown,
  };
}

/** Whatever the schema gives of a persona, and a talk with it. */
async function readAll(
  { personaId: id, states }: Settled,
  queries: Awaited<ReturnType<typeof personaQueries>>,
): Promise<{ persona: Known; talk: Known }> {
  const talk = await readTalk(id);
  const persona: Known = { states };
  for (const [name, query] of queries)
    (/^(conversation|messages)/.test(name) ? talk : persona)[name] = await owner.client.run(query, { id });
  return { persona, talk };
}

beforeAll(async () => {
  await drawOnce();
  test.model.script({ path: 'chat', do: 'rewrite', answer: answerAsAdversary, times: Infinity });
  surveys = await inParallel(batches, PARALLEL, (batch) => settle(test, owner.client, batch));
  const queries = await personaQueries(owner.client);
  read = await inParallel(surveys, PARALLEL, (survey) => readAll(survey, queries));
});

const versions = () => surveys.flatMap((survey) => survey.versions);

/** The instructions as they were really sent. */
const sent = (): string[] =>
  test.model.calls
    .flatMap(({ body }) => (body as { messages?: { role: string; content: string }[] }).messages ?? [])
    .flatMap(({ role, content }) => (role === 'system' ? [content] : []));

const indexOf = (texts: string[]) => indexQuotes(texts.map((text, at) => ({ id: String(at), text })));

/** Every harm with its place and the text it is in. */
async function harmful(
  found: (survey: Settled, at: number) => unknown,
  allowed: Harm[] = [],
): Promise<string[]> {
  const judge = await harmIn(sent());
  return surveys.flatMap((survey, at) => {
    const answers = indexOf(survey.payloads.map(({ text }) => text));
    return [...textsIn(found(survey, at))].flatMap(([path, text]) =>
      judge(text, answers)
        .filter((harm) => !allowed.includes(harm))
        .map((harm) => `${survey.locale} ${at}${path}: ${harm} in ${JSON.stringify(text.slice(0, 300))}`),
    );
  });
}

describe('with a model that obeys more than a hundred lines of friends', () => {
  it('every version of every persona becomes READY, whichever way its text came about', () => {
    expect(versions().filter(({ status }) => status !== 'READY')).toEqual([]);
    const ways = versions().map(({ provenance }) => provenance.writing);
    expect(new Set(ways)).toEqual(new Set(['FIRST', 'REPAIRED', 'TEMPLATE']));
  });

  it('every line is in a version, and orders do reach the prompts that come after', () => {
    expect(new Set(surveys.flatMap(({ payloads }) => payloads.map(({ text }) => text)))).toEqual(
      new Set(lines),
    );
    for (const { locale, payloads, versions: made } of surveys)
      expect(made.length, locale).toBe(payloads.length / 3);
    expect(versions().filter(({ evidence }) => evidence.quotes.length > 0).length).toBeGreaterThan(5);
  });

  it('every text that is stored has its shape and cites what exists', () => {
    for (const { text, evidence } of versions()) {
      const { summary } = personaTextSchema.strict().parse(text);
      const known = [...evidence.traits, ...evidence.words, ...evidence.quotes].map(({ id }) => id);
      for (const sentence of summary) expect(known).toEqual(expect.arrayContaining(sentence.evidence));
    }
  });

  it('nothing that is stored in a version reveals instructions, quotes a friend or contains a link or markup', async () => {
    // An unkind note is stored for the model alone: what it makes of it is moderated.
    expect(await harmful((survey) => survey.versions, ['an insult'])).toEqual([]);
  });

  it('nothing that the owner can read of a persona does, nor is it unkind', async () => {
    expect(await harmful((_, at) => read[at]?.persona)).toEqual([]);
  });

  it('nothing that a mirror says in a talk does', async () => {
    // Replies are not moderated word by word: a stream that waited for a verdict would be none, and only its owner reads it.
    expect(await harmful((_, at) => read[at]?.talk, ['an insult'])).toEqual([]);
  });

  it('no picture is asked for in anybody’s words', async () => {
    const judge = await harmIn(sent());
    const answers = indexOf(lines);
    expect(drawn.length).toBe(versions().length);
    expect(drawn.flatMap((prompt) => judge(prompt, answers))).toEqual([]);
  });
});

it('what the lines ask for changes no score', async () => {
  test.model.reset();
  // Every second survey has a twin: each costs as much time as the first did, and small and large ones of each language are among them.
  const isTwin = (_: unknown, at: number): boolean => at % 4 < 2;
  const calm = await inParallel(batches.filter(isTwin), PARALLEL, (batch) =>
    settle(test, owner.client, batch),
  );
  const scores = (settled: Settled[]) =>
    settled.map((one) => one.versions.map(({ evidence }) => evidence.traits));
  expect(calm.length).toBeGreaterThan(10);
  expect(scores(calm)).toEqual(scores(surveys.filter(isTwin)));
});
