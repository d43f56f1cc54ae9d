import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ChooseAlternativeDocument,
  EditMessageDocument,
  RegenerateReplyDocument,
} from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  eraseTalk,
  holdNextReply,
  messageOf,
  readAll,
  refusal,
  replyCalls,
  send,
  shown,
  shownIds,
  told,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => eraseTalk(test, owner.personaId));

const say = (text: string) => ask(owner.client, owner.personaId, text);
const path = () => shownIds(owner.client, owner.personaId);

async function regenerate(messageId: string, clientKey: string = randomUUID()) {
  const { reply } = (await owner.client.run(RegenerateReplyDocument, { messageId, clientKey }))
    .regenerateReply;
  await readAll(owner.client, reply.id);
  return reply;
}

async function edit(messageId: string, text: string) {
  const variables = { messageId, text, clientKey: randomUUID() };
  const { message, reply } = (await owner.client.run(EditMessageDocument, variables)).editMessage;
  await readAll(owner.client, reply.id);
  return { message, reply };
}

const choose = async (messageId: string) =>
  (await owner.client.run(ChooseAlternativeDocument, { messageId })).chooseAlternative.message;

/** @returns the ids of a talk of so many turns */
async function talkOf(turns: number): Promise<string[]> {
  for (let turn = 1; turn <= turns; turn += 1) await say(`Question ${turn} of this talk`);
  return path();
}

describe('regenerating', () => {
  it('three times leaves four alternatives in order, of which the chosen one alone is shown', async () => {
    const { message, reply } = await say('Who am I?');
    const others = [];
    for (let again = 0; again < 3; again += 1) others.push((await regenerate(reply.id)).id);
    const all = [reply.id, ...others];
    expect(await path()).toEqual([message.id, others[2]]);
    for (const id of all) {
      expect((await choose(id)).alternatives).toEqual(all);
      const [, last] = await shown(owner.client, owner.personaId);
      expect([last?.id, last?.alternatives]).toEqual([id, all]);
    }
  });

  it('on a double click makes one', async () => {
    const { reply } = await say('Who am I?');
    const variables = { messageId: reply.id, clientKey: randomUUID() };
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => owner.client.run(RegenerateReplyDocument, variables)),
    );
    expect(new Set(clicks.map((click) => click.regenerateReply.reply.id)).size).toBe(1);
    await readAll(owner.client, clicks[0]!.regenerateReply.reply.id);
    expect((await messageOf(owner.client, reply.id)).alternatives).toHaveLength(2);
  });

  it('in the middle of a talk continues from there, and the rest comes back by choosing', async () => {
    const ids = await talkOf(4);
    const other = await regenerate(ids[3]!);
    expect(await path()).toEqual([...ids.slice(0, 3), other.id]);
    await choose(ids[3]!);
    expect(await path()).toEqual(ids);
  });

  it('in a line that is not shown shows that line, and asks with its words alone', async () => {
    const [, oldReply] = (await talkOf(1)) as [string, string];
    const next = await say('A word only of the old line');
    await edit((await path())[0]!, 'Another beginning altogether');
    const calls = replyCalls(test.model).length;
    const other = await regenerate(next.reply.id);
    expect((await path()).slice(1)).toEqual([oldReply, next.message.id, other.id]);
    const prompt = told(replyCalls(test.model)[calls]);
    expect(prompt).toContain('Question 1 of this talk');
    expect(prompt).toContain('A word only of the old line');
    expect(prompt).not.toContain('Another beginning altogether');
  });

  it('is RATE_LIMITED while a reply is being written, and leaves the path as it is', async () => {
    const ids = await talkOf(2);
    const letGo = holdNextReply(test.model);
    const { message, reply } = await send(owner.client, owner.personaId, 'Held');
    const clientKey = randomUUID();
    const answers = [
      await owner.client.request(RegenerateReplyDocument, { messageId: ids[1]!, clientKey }),
      await owner.client.request(EditMessageDocument, { messageId: ids[0]!, text: 'Fork', clientKey }),
      await owner.client.request(RegenerateReplyDocument, { messageId: reply.id, clientKey }),
    ];
    for (const answer of answers) expect(refusal(answer)).toBe('RATE_LIMITED');
    expect(await path()).toEqual([...ids, message.id, reply.id]);
    letGo();
    await readAll(owner.client, reply.id);
    await regenerate(reply.id, clientKey);
  });
});

describe('editing', () => {
  it('in the middle of a long talk forks it, and the old line comes back whole by choosing', async () => {
    const ids = await talkOf(6);
    const fork = await edit(ids[4]!, 'Something else in the middle');
    const line = [...ids.slice(0, 4), fork.message.id, fork.reply.id];
    expect(await path()).toEqual(line);
    expect(fork.message.alternatives).toEqual([ids[4], fork.message.id]);
    const added = await say('And on from there');
    await choose(ids[4]!);
    expect(await path()).toEqual(ids);
    await choose(fork.message.id);
    expect(await path()).toEqual([...line, added.message.id, added.reply.id]);
  });

  it('the very first message starts another line, and both beginnings can be chosen', async () => {
    const ids = await talkOf(2);
    const fork = await edit(ids[0]!, 'Hello instead');
    expect(await path()).toEqual([fork.message.id, fork.reply.id]);
    expect(fork.message).toMatchObject({ parentId: null, alternatives: [ids[0], fork.message.id] });
    await choose(ids[0]!);
    expect(await path()).toEqual(ids);
  });

  it('asks with the new words and with nothing that followed the old ones', async () => {
    const ids = await talkOf(3);
    const calls = replyCalls(test.model).length;
    await edit(ids[2]!, 'Put differently');
    const prompt = told(replyCalls(test.model)[calls]);
    expect(prompt).toContain('Question 1 of this talk');
    expect(prompt).toContain('Put differently');
    expect(prompt).not.toContain('Question 2 of this talk');
    expect(prompt).not.toContain('Question 3 of this talk');
  });
});

describe('choosing', () => {
  it('what is shown already changes nothing', async () => {
    const ids = await talkOf(2);
    for (const id of ids) await choose(id);
    expect(await path()).toEqual(ids);
  });
  it('another line while a reply is being written leaves that reply to be finished', async () => {
    const [first] = (await talkOf(2)) as [string];
    const fork = await edit(first, 'A fork');
    const letGo = holdNextReply(test.model);
    const { message, reply } = await send(owner.client, owner.personaId, 'Finish without me');
    const reading = readAll(owner.client, reply.id);
    await choose(first);
    expect(await path()).not.toContain(reply.id);
    letGo();
    const read = await reading;
    expect(read.statuses.at(-1)).toBe('COMPLETE');
    expect(told(replyCalls(test.model).at(-1))).toContain('A fork');
    expect(await path()).not.toContain(reply.id);
    await choose(fork.message.id);
    expect((await shown(owner.client, owner.personaId)).slice(-2)).toMatchObject([
      { id: message.id },
      { id: reply.id, text: read.text, status: 'COMPLETE' },
    ]);
  });

  it('a line again shows it as it was left, also where an older alternative led on', async () => {
    const { message, reply } = await say('The beginning');
    await regenerate(reply.id);
    await choose(reply.id);
    await say('The talk goes on behind the first answer');
    const left = await path();
    await edit(message.id, 'Another beginning');
    await choose(message.id);
    expect(await path()).toEqual(left);
  });
});
