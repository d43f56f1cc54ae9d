import { randomUUID } from 'node:crypto';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  CreateSurveyDocument,
  MessageDocument,
  PersonaDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { until } from '../../test/testkit/until.js';
import type { HeldJob, TakeoverStage } from './startTakeoverStage.js';

/** A worker that was brought to a point, and what must come of its work. */
export interface Held {
  job: HeldJob;
  /** Waits until the work is done. @returns what is wrong about the result: effects that are missing or doubled */
  finish(): Promise<string[]>;
}

export type CrashPoint = (stage: TakeoverStage) => Promise<Held>;

/** How often each model may be called in all. The calls that the killed worker had made are among them. */
interface Calls {
  chat: number;
  images: number;
}

/** Three friends answer. @returns what must come of it */
async function startSaga(stage: TakeoverStage, most: Calls) {
  const { survey } = (await stage.owner.client.run(CreateSurveyDocument, {})).createSurvey;
  const id = survey.persona.id;
  for (const view of threeFriends) await submitAnswers(stage.url, survey.slug, view);
  const finish = async (): Promise<string[]> => {
    const persona = await until('the persona is READY', async () => {
      const now = (await stage.owner.client.run(PersonaDocument, { id })).persona;
      return now.status === 'READY' ? now : null;
    });
    const { rows } = await stage.db.query<{ versions: number; sizes: number }>(
      `select count(distinct v.id)::int as versions, count(i.*)::int as sizes
       from persona_version v left join image i on i.version_id = v.id where v.persona_id = $1`,
      [id],
    );
    const calls = (path: keyof Calls): number =>
      stage.model.calls.filter((call) => call.path === path).length;
    const wrong = [];
    if (rows[0]?.versions !== 1 || rows[0].sizes !== 3) wrong.push(`effects: ${JSON.stringify(rows)}`);
    if (persona.illustration?.source !== 'MODEL') wrong.push('the picture is not the model’s');
    for (const path of ['chat', 'images'] as const)
      if (calls(path) > most[path]) wrong.push(`${calls(path)} calls to ${path} instead of ${most[path]}`);
    return wrong;
  };
  return { personaId: id, finish };
}

/** Lets the n-th model call wait, takes a lock meanwhile, and lets the worker go on into the lock. */
const intoLock =
  (
    at: { queue: string; path: keyof Calls; nth: number; most: Calls },
    lock: (personaId: string) => string,
  ): CrashPoint =>
  async (stage) => {
    const gate = Promise.withResolvers<void>();
    const { path, nth } = at;
    if (nth > 1) stage.model.script({ path, times: nth - 1, do: 'slow', delayMs: 0 });
    stage.model.script({ path, do: 'hold', until: gate.promise });
    const { personaId, finish } = await startSaga(stage, at.most);
    await until(
      `the ${path} model is asked`,
      () => stage.model.calls.filter((call) => call.path === path).length === nth,
    );
    await stage.hand.query('begin');
    await stage.hand.query(lock(personaId));
    gate.resolve();
    await stage.blocked();
    return { job: await stage.heldJob(at.queue), finish };
  };

/** Lets a model call never end. */
const during =
  (at: { queue: string; path: keyof Calls; most: Calls }): CrashPoint =>
  async (stage) => {
    stage.model.script({ path: at.path, do: 'stall' });
    const { finish } = await startSaga(stage, at.most);
    await until('the model is asked', () => stage.model.calls.some(({ path }) => path === at.path));
    return { job: await stage.heldJob(at.queue), finish };
  };

const afterClaim: CrashPoint = async (stage) => {
  await stage.hand.query('begin');
  await stage.hand.query('lock table norm_sum in access exclusive mode');
  const { finish } = await startSaga(stage, { chat: 2, images: 1 });
  await stage.blocked();
  return { job: await stage.heldJob('synthesizePersona'), finish };
};

const midReply: CrashPoint = async (stage) => {
  const { client } = stage.owner;
  stage.model.script({ path: 'chat', do: 'stall' });
  const { personaId } = stage;
  const sent = { personaId, text: 'What do my friends like most about me?', clientKey: randomUUID() };
  const { id } = (await client.run(SendMessageDocument, sent)).sendMessage.reply;
  const read = async () => (await client.run(MessageDocument, { id })).message;
  const partial = await until('the first words', async () => {
    const { text } = await read();
    return text.length > 20 && text;
  });
  const finish = async (): Promise<string[]> => {
    const reply = await until('the reply is over', async () => {
      const now = await read();
      return now.status === 'PENDING' || now.status === 'STREAMING' ? null : now;
    });
    const replyCalls = stage.model.calls.filter(
      ({ path, body }) => path === 'chat' && !JSON.stringify(body).includes('"response_format"'),
    );
    const wrong = [];
    if (reply.status !== 'COMPLETE') wrong.push(`the reply is ${reply.status}`);
    if (!reply.text.startsWith(partial)) wrong.push('stored words changed');
    const opening = reply.text.slice(0, 20);
    if (reply.text.indexOf(opening, 1) !== -1) wrong.push('words came twice');
    if (replyCalls.length > 2) wrong.push(`${replyCalls.length} calls for a reply instead of 2`);
    return wrong;
  };
  return { job: await stage.heldJob('replyToMessage'), finish };
};

const own = (name: string): string =>
  `select id from pgboss.job where name = '${name}' and state = 'active' for update`;
const persona = (id: string): string => `select 1 from persona where id = '${id}' for update`;

/** The text of a persona takes two calls, its picture one. */
export const crashPoints: Record<string, CrashPoint> = {
  'after the claim': afterClaim,
  'during the model call': during({
    queue: 'synthesizePersona',
    path: 'chat',
    most: { chat: 3, images: 1 },
  }),
  'after the reply of the model, before the commit': intoLock(
    { queue: 'synthesizePersona', path: 'chat', nth: 2, most: { chat: 2, images: 1 } },
    persona,
  ),
  'after the commit, before the job is completed': intoLock(
    { queue: 'synthesizePersona', path: 'chat', nth: 2, most: { chat: 2, images: 2 } },
    () => own('synthesizePersona'),
  ),
  'while drawing the picture': during({
    queue: 'illustratePersona',
    path: 'images',
    most: { chat: 2, images: 2 },
  }),
  'in the middle of a reply': midReply,
};
