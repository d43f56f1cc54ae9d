import { expect, it } from 'vitest';
import {
  MessagesDocument,
  PublishPersonaDocument,
  SignOutDocument,
} from '../../operations/generated/graphql.js';
import { signIn } from '../../client/signIn.js';
import { send as request } from '../http/send.js';
import { newEmail, someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { ask, send, useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);

const pictureOf = (messageId: string, accessToken?: string) =>
  request(`${test.url}/messages/${messageId}/picture.png`, {
    headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
  });

it('a reply is a picture for its owner alone, and no cache keeps it', async () => {
  const { message, reply } = await ask(owner.client, owner.personaId, 'What do my friends like about me?');
  const mine = await pictureOf(reply.id, owner.client.accessToken);
  expect([mine.status, mine.headers['content-type']]).toEqual([200, 'image/png']);
  expect(mine.headers['cache-control']).toBe('private, no-store');

  expect((await pictureOf(reply.id)).status).toBe(401);
  expect((await pictureOf(reply.id, 'wrong')).status).toBe(401);
  await using other = await someone(test.url);
  const theirs = await pictureOf(reply.id, other.client.accessToken);
  const none = await pictureOf('7d3c2a2e-0000-4000-8000-000000000000', other.client.accessToken);
  expect([theirs.status, theirs.text]).toEqual([404, none.text]);
  for (const id of [message.id, 'x', `${reply.id}x`])
    expect((await pictureOf(id, owner.client.accessToken)).status).toBe(404);
});

it('a picture shows the same before and after other messages, and changes when the persona becomes public', async () => {
  const { reply } = await ask(owner.client, owner.personaId, 'Am I funny?');
  const { text: before } = await pictureOf(reply.id, owner.client.accessToken);
  await ask(owner.client, owner.personaId, 'And am I tidy?');
  expect((await pictureOf(reply.id, owner.client.accessToken)).text).toBe(before);
  await owner.client.run(PublishPersonaDocument, { personaId: owner.personaId });
  expect((await pictureOf(reply.id, owner.client.accessToken)).text).not.toBe(before);
});

it('a card with help lines is no picture', async () => {
  const { reply } = await send(owner.client, owner.personaId, 'I want to kill myself');
  expect((await pictureOf(reply.id, owner.client.accessToken)).status).toBe(404);
  const { persona } = await owner.client.run(MessagesDocument, { personaId: owner.personaId });
  expect(persona.messages.edges.some(({ node }) => node.id === reply.id)).toBe(true);
});

it('a session that has ended gets no picture', async () => {
  await using person = await signIn(test.url, { email: newEmail(), name: 'Mina Park' });
  await person.client.run(SignOutDocument, {});
  const reply = '7d3c2a2e-0000-4000-8000-000000000000';
  expect((await pictureOf(reply, person.client.accessToken)).status).toBe(401);
});
