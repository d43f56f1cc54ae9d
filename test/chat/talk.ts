import { randomUUID } from 'node:crypto';
import { addAbortSignal, PassThrough } from 'node:stream';
import { vi } from 'vitest';
import type { Answer, ApiClient } from '../../client/apiClient.js';
import type { SignedIn } from '../../client/signIn.js';
import { streamReply } from '../../client/streamReply.js';
import {
  ConversationDocument,
  type Locale,
  MessageDocument,
  MessagesDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import type { OpenAiStandIn, StandInCall } from '../../stand-ins/openai/server/server.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import type { TestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';

/** Someone whose mirror can talk. */
export interface Talker extends SignedIn {
  personaId: string;
  surveyId: string;
}

/** Signs someone in and has three friends answer. */
export async function talker(url: string, locale: Locale = 'EN'): Promise<Talker> {
  const owner = await someone(url);
  const survey = await newSurvey(owner.client, { locale });
  await threeAnswers(url, survey.slug);
  await statesUntil(owner.client, survey.persona.id, ['READY']);
  return { ...owner, personaId: survey.persona.id, surveyId: survey.id };
}

/** Someone whose mirror can talk, for one file of tests. */
export const useTalker = (test: TestApp, locale?: Locale): Talker => useOne(() => talker(test.url, locale));

/** Sends a message under a key of its own. */
export const send = async (
  client: ApiClient,
  personaId: string,
  text: string,
  clientKey: string = randomUUID(),
) => (await client.run(SendMessageDocument, { personaId, text, clientKey })).sendMessage;

/** What a reader has got of a reply. */
export interface Read {
  text: string;
  statuses: string[];
  pieces: number;
}

/** Reads a reply to its end. @param onPiece called after each piece with what has been read so far */
export async function readAll(
  client: ApiClient,
  messageId: string,
  after = 0,
  onPiece: (read: Read) => void = () => undefined,
): Promise<Read> {
  const read: Read = { text: '', statuses: [], pieces: 0 };
  for await (const { text, status } of streamReply(client, messageId, after)) {
    read.text += text;
    read.statuses.push(status);
    read.pieces += 1;
    onPiece(read);
  }
  return read;
}

/** Sends a message and reads its reply. */
export async function ask(client: ApiClient, personaId: string, text: string) {
  const { message, reply } = await send(client, personaId, text);
  return { message, reply, read: await readAll(client, reply.id) };
}

/** The first error's code and field, as `CODE` or `CODE field`. */
export const refusal = ({ errors }: Pick<Answer<unknown>, 'errors'>): string =>
  [errors[0]?.extensions?.['code'], errors[0]?.extensions?.['field']].filter(Boolean).join(' ');

/** The talk as it is shown, up to 100 messages. */
export async function shown(client: ApiClient, personaId: string) {
  const { messages } = (await client.run(MessagesDocument, { personaId, first: 100 })).persona;
  return messages.edges.map(({ node }) => node);
}

export const shownIds = async (client: ApiClient, personaId: string): Promise<string[]> =>
  (await shown(client, personaId)).map(({ id }) => id);

export const messageOf = async (client: ApiClient, id: string) =>
  (await client.run(MessageDocument, { id })).message;

export const conversationOf = async (client: ApiClient, personaId: string) =>
  (await client.run(ConversationDocument, { personaId })).persona.conversation;

interface ChatBody {
  messages: { role: string; content: string }[];
  response_format?: { json_schema?: { name: string } };
}

const chatBody = ({ body }: StandInCall): ChatBody => body as ChatBody;

/** Calls that asked for a reply, oldest first. */
export const replyCalls = ({ calls }: OpenAiStandIn): StandInCall[] =>
  calls.filter((call) => call.path === 'chat' && chatBody(call).response_format === undefined);

/** Calls that asked for a document of this name: persona, summary or why. */
export const documentCalls = ({ calls }: OpenAiStandIn, name: string): StandInCall[] =>
  calls.filter((call) => call.path === 'chat' && chatBody(call).response_format?.json_schema?.name === name);

/** All messages of a call to the model, as one text. */
export const told = (call: StandInCall | undefined): string =>
  call === undefined
    ? ''
    : chatBody(call)
        .messages.map(({ content }) => content)
        .join('\n');

/** What the newest prompt of a reply says that is known. */
export function knownIn(call: StandInCall | undefined): { facts: string[]; earlier: string | null } {
  const json = /```json\n([\s\S]*?)\n```/.exec(told(call))?.[1];
  if (json === undefined) throw new Error('A prompt without its document.');
  return { facts: [], earlier: null, ...(JSON.parse(json) as object) };
}

/** The next reply begins once it is let go. */
export function holdNextReply(model: OpenAiStandIn): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  model.script({ path: 'chat', do: 'hold', until: promise });
  return resolve;
}

/** Rows of a table, where `condition` holds. */
export async function countRows({ app }: TestApp, table: string, condition = 'true'): Promise<number> {
  const [row] = await app.services.orm.em
    .fork()
    .execute<{ count: string }[]>(`select count(*) from ${table} where ${condition}`);
  return Number(row?.count);
}

/** Writes the next reply piece by piece, as the test says: pieces reach the product exactly as they are cut here. */
export function conductNextReply({ app }: TestApp): PassThrough {
  const words = new PassThrough({ objectMode: true, highWaterMark: 1_000 });
  vi.spyOn(app.services.ai.chatModel, 'writeText').mockImplementationOnce(async ({ signal, onPiece }) => {
    for await (const piece of addAbortSignal(signal, words)) onPiece(piece as string);
    return { model: 'conducted', inputTokens: null, outputTokens: null };
  });
  return words;
}

/** Waits until so much of a reply is stored. */
export const storedUpTo = (client: ApiClient, id: string, length: number): Promise<string> =>
  until(`${length} units of the reply`, async () => {
    const { text } = await messageOf(client, id);
    return text.length >= length && text;
  });

/**
 * Lengthens the shown path by finished messages, questions and replies in turn, without asking a model.
 * @param textOf SQL for the text of message `n`, 1 and up
 */
export async function lengthen(
  { app }: TestApp,
  personaId: string,
  count: number,
  textOf: string,
): Promise<void> {
  await app.services.orm.em.fork().execute(
    `with last as (
       select m.* from message m join conversation c on c.id = m.conversation_id
       where c.persona_id = '${personaId}' and m.active order by m.depth desc limit 1
     ), added as (
       select n, gen_random_uuid() as id from generate_series(1, ${count}) n
     )
     insert into message (id, conversation_id, parent_id, depth, sibling, active, role, text, status)
     select a.id, l.conversation_id, coalesce(before.id, l.id), l.depth + a.n, 0, true,
       case when a.n % 2 = 1 then 'USER' else 'PERSONA' end, ${textOf.replaceAll('$n', 'a.n')}, 'COMPLETE'
     from last l cross join added a left join added before on before.n = a.n - 1`,
  );
}

/** Back to before the first word: cheaper than another mirror. */
export const eraseTalk = ({ app }: TestApp, personaId: string): Promise<unknown> =>
  app.services.orm.em.fork().execute('delete from conversation where persona_id = ?', [personaId]);

/** Whether a call asked to go on with what there is of a reply. */
export const continues = (call: StandInCall | undefined): boolean =>
  call !== undefined && /^Continue your last message/.test(chatBody(call).messages.at(-1)?.content ?? '');
