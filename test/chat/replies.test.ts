import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { useApp } from '../testkit/useApp.js';
import { eraseTalk, useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);

beforeEach(() => eraseTalk(test, owner.personaId));

/** The contract's operations, word for word. */
const contract = {
  send: `mutation SendMessage($personaId: ID!, $text: String!, $clientKey: ID!) {
  sendMessage(input: { personaId: $personaId, text: $text, clientKey: $clientKey }) {
    message { id role text } reply { id role status }               # role: USER | PERSONA
  }
}`,
  streamed: `subscription ReplyStreamed($messageId: ID!, $after: Int = 0) {
  replyStreamed(messageId: $messageId, after: $after) { offset text status }
}`,
  stop: `mutation StopReply($messageId: ID!) { stopReply(input: { messageId: $messageId }) { message { id status text } } }`,
  messages: `query Messages($personaId: ID!, $first: Int = 50, $after: String) {
  persona(id: $personaId) { messages(first: $first, after: $after) {
    edges { cursor node { id role text status createdAt } } pageInfo { hasNextPage endCursor } } }
}`,
};

async function post(query: string, variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${owner.session.accessToken}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

describe('the contract', () => {
  it('its four operations work word for word', async () => {
    const { sendMessage } = await post(contract.send, {
      personaId: owner.personaId,
      text: 'Who are you?',
      clientKey: randomUUID(),
    });
    const { message, reply } = sendMessage as Record<string, { id: string }>;
    expect(message).toEqual({ id: message?.id, role: 'USER', text: 'Who are you?' });
    expect(reply).toMatchObject({ id: expect.any(String) as string, role: 'PERSONA' });
    const socket = createClient({
      url: `${test.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${owner.session.accessToken}` },
    });
    const events: { offset: number; text: string; status: string }[] = [];
    const variables = { messageId: reply?.id };
    for await (const { data } of socket.iterate({ query: contract.streamed, variables }))
      events.push(data?.['replyStreamed'] as (typeof events)[number]);
    await socket.dispose();
    const text = events.map((event) => event.text).join('');
    let position = 0;
    for (const event of events) {
      expect(event.offset).toBe(position);
      position += event.text.length;
    }
    expect(events.filter(({ status }) => status === 'COMPLETE')).toEqual([events.at(-1)]);
    const { stopReply } = await post(contract.stop, { messageId: reply?.id });
    expect(stopReply).toEqual({ message: { id: reply?.id, status: 'COMPLETE', text } });
    const { persona } = await post(contract.messages, { personaId: owner.personaId });
    const { edges, pageInfo } = (
      persona as { messages: { edges: { cursor: string; node: object }[]; pageInfo: object } }
    ).messages;
    expect(edges.map(({ node }) => node)).toMatchObject([
      { id: message?.id, role: 'USER', text: 'Who are you?', status: 'COMPLETE' },
      { id: reply?.id, role: 'PERSONA', text, status: 'COMPLETE' },
    ]);
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: edges.at(-1)?.cursor });
  });
});
