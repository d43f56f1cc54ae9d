import type { Client } from 'pg';
import { parseDataKeys } from '../../src/dataKeys.js';
import { messageText } from '../../src/entities/Message.js';
import { open } from '../../src/entities/sealed.js';
import type { OpenAiStandIn, StandInCall } from '../../stand-ins/openai/server/server.js';
import { dataKeys } from '../testkit/dataKeys.js';
import type { Seen } from './restlessReader.js';

/** What came of a storm. All but the first three should be 0, `takenOver` apart. */
export interface StormJudgement {
  complete: number;
  readers: number;
  connections: number;
  takenOver: number;
  /** Replies whose text is not what the model says to that question without interruption. */
  wrongTexts: number;
  /** Readers who did not see exactly the stored text and one final event. */
  wrongReaders: number;
  gaps: number;
  overlaps: number;
  doubledReplies: number;
  /** Model calls beyond one an attempt. */
  spareCalls: number;
}

interface StoredReply {
  id: string;
  questionId: string;
  question: string;
  text: string;
  status: string;
  attempt: number;
}

/** Compares what is stored with what the readers saw, and with what the model says and was asked. */
export async function judgeStorm(
  db: Client,
  model: OpenAiStandIn,
  readers: { id: string; seen: Seen }[],
): Promise<StormJudgement> {
  const { rows } = await db.query<StoredReply>(
    `select reply.id, question.id as "questionId", question.text as question, reply.text, reply.status, reply.attempt
     from message reply join message question on question.id = reply.parent_id where reply.role = 'PERSONA'`,
  );
  const keys = parseDataKeys(dataKeys);
  const textOf = (id: string, stored: unknown) => open(keys, messageText.placeOf(id), stored) as string;
  const replies = rows.map((row) => ({
    ...row,
    question: textOf(row.questionId, row.question),
    text: textOf(row.id, row.text),
  }));
  const calls = new Map<string, StandInCall[]>();
  for (const call of model.calls) {
    const question = /Question \d+: [^"]*\?/.exec(JSON.stringify(call.body))?.[0];
    if (call.path === 'chat' && question !== undefined)
      calls.set(question, [...(calls.get(question) ?? []), call]);
  }
  const texts = new Map(replies.map(({ id, text }) => [id, text]));
  const uninterrupted: string[] = [];
  for (const { question } of replies) uninterrupted.push(await wholeAnswer(model, calls.get(question)?.[0]));
  const sum = (count: (seen: Seen) => number): number =>
    readers.reduce((total, { seen }) => total + count(seen), 0);
  return {
    complete: replies.filter(({ status }) => status === 'COMPLETE').length,
    readers: readers.length,
    connections: sum(({ connections }) => connections),
    takenOver: replies.filter(({ attempt }) => attempt > 1).length,
    wrongTexts: replies.filter(({ text }, index) => text !== uninterrupted[index]).length,
    wrongReaders: readers.filter(({ id, seen }) => seen.text !== texts.get(id) || seen.finals.length !== 1)
      .length,
    gaps: sum(({ gaps }) => gaps),
    overlaps: sum(({ overlaps }) => overlaps),
    doubledReplies: replies.length - new Set(replies.map(({ question }) => question)).size,
    spareCalls: replies.reduce(
      (spare, { question, attempt }) => spare + Math.max(0, (calls.get(question)?.length ?? 0) - attempt),
      0,
    ),
  };
}

/** What the model says to a request without an interruption. */
async function wholeAnswer(model: OpenAiStandIn, call: StandInCall | undefined): Promise<string> {
  const response = await fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(call?.body ?? {}), stream: false }),
  });
  const answer = (await response.json()) as { choices: { message: { content: string } }[] };
  return answer.choices[0]?.message.content ?? '';
}
