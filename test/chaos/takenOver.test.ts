import { expect, it } from 'vitest';
import { MessageDocument, StopReplyDocument } from '../../operations/generated/graphql.js';
import type { StandInCall } from '../../stand-ins/openai/server/server.js';
import { readAll, send } from '../chat/talk.js';
import type { ProductProcess } from '../testkit/process.js';
import { statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { setStage, type Stage } from './sagaWithWorkers.js';

const QUESTION = 'What do my friends like most about me?';
const bodyOf = (call: StandInCall | undefined): object => call?.body ?? {};
/** The replies that were asked for: personas are asked for as a document, and `wholeAnswer` does not stream. */
const talks = (stage: Stage): StandInCall[] =>
  stage.model.calls.filter(
    (call) =>
      call.path === 'chat' &&
      !('response_format' in bodyOf(call)) &&
      /"stream":true/.test(JSON.stringify(call.body)),
  );

/** What the model says to a request without an interruption. */
async function wholeAnswer(stage: Stage, call: StandInCall | undefined): Promise<string> {
  const response = await fetch(`${stage.model.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...bodyOf(call), stream: false }),
  });
  const answer = (await response.json()) as { choices: { message: { content: string } }[] };
  return answer.choices[0]?.message.content ?? '';
}

/** A mirror that can talk, and one worker that is in the middle of a reply. */
async function midReply(stage: Stage) {
  const writer = await stage.startWorker();
  await threeAnswers(stage.test.url, stage.survey.slug);
  const personaId = stage.survey.persona.id;
  await statesUntil(stage.owner.client, personaId, ['READY']);
  // Half a reply and then nothing: it cannot end before the worker is interrupted, on any machine.
  stage.model.script({ path: 'chat', do: 'stall' });
  const { reply } = await send(stage.owner.client, personaId, QUESTION);
  const reading = readAll(stage.owner.client, reply.id);
  const partial = await until('the first words', async () => {
    const { message } = await stage.owner.client.run(MessageDocument, { id: reply.id });
    return message.text.length > 20 && message.text;
  });
  return { writer, reply, reading, partial };
}

const interruptions: [string, (stage: Stage, writer: ProductProcess) => Promise<unknown>][] = [
  ['killed', (stage, writer) => stage.cutPower(writer)],
  ['frozen', (_stage, writer) => Promise.resolve(writer.signal('SIGSTOP'))],
  ['deployed over', (_stage, writer) => Promise.resolve(writer.signal('SIGTERM'))],
];

it.concurrent.each(interruptions)(
  'a reply whose worker is %s is continued by another, and nothing is lost or said twice',
  async (how, interrupt) => {
    await using stage = await setStage();
    const { writer, reply, reading, partial } = await midReply(stage);
    stage.model.script({ path: 'chat', times: 1, do: how === 'killed' ? 'start-over' : 'repeat', words: 4 });
    await interrupt(stage, writer);
    await stage.startSuccessor();
    const continued = await until('the model is asked to go on', () => talks(stage)[1]);
    const read = await reading;
    writer.signal('SIGCONT');
    if (how === 'frozen')
      await until('the thawed worker ends its job', () => writer.output().includes('"job done"'));
    const { message } = await stage.owner.client.run(MessageDocument, { id: reply.id });
    expect(message).toMatchObject({ status: 'COMPLETE', text: await wholeAnswer(stage, talks(stage)[0]) });
    expect(message.text.startsWith(partial)).toBe(true);
    expect(read).toMatchObject({ text: message.text });
    expect(read.statuses.filter((status) => status !== 'STREAMING' && status !== 'PENDING')).toEqual([
      'COMPLETE',
    ]);
    expect(JSON.stringify(continued.body)).toContain('Continue your last message');
    expect(talks(stage)).toHaveLength(2);
  },
);

it('a reply is stopped from another process: the model call is aborted and the words so far stay', async () => {
  await using stage = await setStage();
  const { reply, reading } = await midReply(stage);
  const { message } = (await stage.owner.client.run(StopReplyDocument, { messageId: reply.id })).stopReply;
  await until('the model is left alone', () => talks(stage)[0]?.aborted);
  expect(message.status).toBe('STOPPED');
  const read = await reading;
  expect(read.text).toBe(message.text);
  expect(read.statuses.at(-1)).toBe('STOPPED');
  expect((await wholeAnswer(stage, talks(stage)[0])).startsWith(message.text)).toBe(true);
  expect(talks(stage)).toHaveLength(1);
});
