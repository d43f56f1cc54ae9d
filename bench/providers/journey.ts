import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../client/apiClient.js';
import { signIn } from '../../client/signIn.js';
import { streamReply } from '../../client/streamReply.js';
import {
  MessageDocument,
  PersonaChangedDocument,
  PersonaDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import type { App } from '../../src/app.js';
import { OpenAiModerator } from '../../src/ai/openai/moderator.js';
import { PersonaVersion } from '../../src/entities/PersonaVersion.js';
import { newEmail, newSurvey, threeAnswers } from '../../test/testkit/seed.js';

/** What the owner asks the mirror. */
export const questions = [
  'Who are you?',
  'What do my friends like about me?',
  'Which word came up most often?',
] as const;

/** How a journey through the product ended. */
export interface Outcome {
  /** WAITING: neither in time. */
  status: 'READY' | 'FAILED' | 'WAITING';
  /** Who wrote the text: the model at first or after a repair, or the template. */
  writing: string | null;
  /** Who drew the picture: the model, or this server. */
  picture: string | null;
  failure: { reason: string; retryable: boolean } | null;
  replies: { status: string; reason: string | null; text: string }[];
  moderation: 'provider' | 'word list';
  personaSeconds: number;
  seconds: number;
  /** All text that is stored or was shown. */
  texts: string;
}

interface Limits {
  personaMs: number;
  replyMs: number;
}

/**
 * Leads an owner through the product: a survey, the answers of three friends, the persona, and three questions to
 * it.
 * @param limits how long to wait for the persona, and for each reply
 */
export async function takeJourney({ url, services }: App, limits: Limits): Promise<Outcome> {
  const address = url ?? '';
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const person = { email: newEmail(), name: 'Mina Park' };
  await using owner = await signIn(address, person);
  const { client } = owner;
  const survey = await newSurvey(client);
  const { id } = survey.persona;
  const ended = personaEnded(client, id, limits.personaMs);
  await threeAnswers(address, survey.slug);
  const status = await ended;
  const personaSeconds = elapsed();
  await using later = await signIn(address, person);
  const { persona } = await later.client.run(PersonaDocument, { id });
  const replies: Outcome['replies'] = [];
  const shown: string[] = [];
  if (status === 'READY')
    for (const question of questions) {
      // A session is valid for a quarter of an hour, and a model on a laptop takes longer.
      await using again = await signIn(address, person);
      replies.push(await ask(again.client, id, question, limits.replyMs, (text) => shown.push(text)));
    }
  const em = services.orm.em.fork();
  const version = await em.findOne(PersonaVersion, { persona: id }, { orderBy: { number: 'desc' } });
  const { moderator } = services.ai;
  const stored = { evidence: version?.evidence, reflections: version?.reflections, text: version?.text };
  return {
    status,
    writing: version?.provenance?.writing ?? null,
    picture: persona.illustration?.source ?? null,
    failure: persona.failure ?? null,
    replies,
    moderation: moderator instanceof OpenAiModerator && !moderator.isMissing ? 'provider' : 'word list',
    personaSeconds,
    seconds: elapsed(),
    texts: JSON.stringify([persona, stored, replies, shown.join('')]),
  };
}

async function personaEnded(client: ApiClient, personaId: string, ms: number): Promise<Outcome['status']> {
  const states = client.follow(PersonaChangedDocument, { personaId });
  const timer = setTimeout(() => void states.return?.(), ms);
  try {
    for await (const { personaChanged } of states) {
      const { status } = personaChanged;
      if (status === 'READY' || status === 'FAILED') return status;
    }
    return 'WAITING';
  } finally {
    clearTimeout(timer);
  }
}

async function ask(
  client: ApiClient,
  personaId: string,
  text: string,
  ms: number,
  show: (text: string) => void,
) {
  const variables = { personaId, text, clientKey: randomUUID() };
  const { data, errors } = await client.request(SendMessageDocument, variables);
  if (data == null) return { status: 'NOT SENT', reason: errors[0]?.message ?? null, text: '' };
  const { id } = data.sendMessage.reply;
  const pieces = streamReply(client, id);
  const reading = (async () => {
    for await (const piece of pieces) show(piece.text);
  })().catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([reading, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
  const { message } = await client.run(MessageDocument, { id });
  return { status: message.status, reason: message.failure?.reason ?? null, text: message.text };
}
