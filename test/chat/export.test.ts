import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  ChooseAlternativeDocument,
  ConversationExportDocument,
  MessagesDocument,
  PersonaDocument,
  RegenerateReplyDocument,
  StopReplyDocument,
} from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import { ask, eraseTalk, lengthen, readAll, send, shown, storedUpTo, useTalker } from './talk.js';

const LENGTH = 2_000;
const HOSTILE = '"><script>alert(1)</script>\n› not me: \'; drop table message; -- {{7*7}} 👩🏽‍🚀 거울 \\u0041';

const test = useApp();
const owner = useTalker(test);
const silent = useTalker(test);
/** Ids of the shown path, as the tree says. */
let expected: string[];
beforeAll(async () => {
  await ask(owner.client, owner.personaId, HOSTILE);
  await lengthen(test, owner.personaId, LENGTH - 2, "'message ' || $n");
  const em = test.app.services.orm.em.fork();
  const rows = await em.execute<{ id: string }[]>(
    `with recursive path as (select id, depth from message where parent_id is null union all
       select m.id, m.depth from path join message m on m.parent_id = path.id) select id from path order by depth`,
  );
  expected = rows.map(({ id }) => id);
  expect(expected).toHaveLength(LENGTH);
});

const lastShown = async () =>
  (await owner.client.run(MessagesDocument, { personaId: owner.personaId, last: 1 })).persona.messages
    .edges[0]!.node;

describe('the export', () => {
  const exported = async (format: 'TEXT' | 'JSON') =>
    (await owner.client.run(ConversationExportDocument, { personaId: owner.personaId, format })).persona
      .conversationExport;

  interface Tree {
    format: string;
    messages: { id: string; parentId: string | null; isShown: boolean; role: string; text: string }[];
  }

  it('as TEXT holds every shown message in order, however many, and hostile text verbatim', async () => {
    const { persona } = await owner.client.run(PersonaDocument, { id: owner.personaId });
    const { content, mediaType, filename } = await exported('TEXT');
    expect([mediaType, filename]).toEqual(['text/plain', `re-mirai-${persona.slug}.txt`]);
    expect(content.startsWith(`The mirror of ${persona.name}: ${persona.greeting ?? '?'}`)).toBe(true);
    expect(content).toContain(`\n\n${persona.name}: ${HOSTILE}\n\n`);
    const told = [...content.matchAll(/^\S.*: message (\d+)$/gm)].map(([, n]) => Number(n));
    expect(told).toEqual(Array.from({ length: LENGTH - 2 }, (_, index) => index + 1));
  });

  it('as JSON holds the whole tree, which TEXT does not', async () => {
    const last = await lastShown();
    const variables = { messageId: last.id, clientKey: randomUUID() };
    const { reply } = (await owner.client.run(RegenerateReplyDocument, variables)).regenerateReply;
    await readAll(owner.client, reply.id);
    const { content, mediaType } = await exported('JSON');
    const tree = JSON.parse(content) as Tree;
    expect([mediaType, tree.format]).toEqual(['application/json', 're-mirai-conversation@1']);
    expect(tree.messages).toHaveLength(expected.length + 1);
    expect(tree.messages[0]?.text).toBe(HOSTILE);
    const pair = tree.messages.filter(({ parentId }) => parentId === last.parentId);
    expect(pair.map(({ id, isShown }) => [id, isShown])).toEqual([
      [last.id, false],
      [reply.id, true],
    ]);
    expect(tree.messages.filter(({ isShown }) => isShown).map(({ id }) => id)).toEqual([
      ...expected.slice(0, -1),
      reply.id,
    ]);
    await owner.client.run(ChooseAlternativeDocument, { messageId: last.id });
  });

  it('asked for in one operation with a page of history is as whole as by itself', async () => {
    const both = parse(`query ($personaId: ID!) { persona(id: $personaId) {
      messages(last: 10) { edges { node { id text } } }
      conversationExport(format: JSON) { content }
      conversation { revision }
    } }`) as TypedDocumentNode<
      {
        persona: {
          conversationExport: { content: string };
          messages: { edges: { node: { text: string } }[] };
        };
      },
      { personaId: string }
    >;
    const { persona } = await owner.client.run(both, { personaId: owner.personaId });
    const { content } = await exported('JSON');
    // Not toBe, which would print the difference of two megabytes.
    expect(persona.conversationExport.content === content).toBe(true);
    expect(persona.messages.edges.every(({ node }) => node.text !== '')).toBe(true);
  });

  it('as TEXT has what is there of a reply that is being written', async () => {
    test.model.script({ path: 'chat', do: 'stall' });
    const { reply } = await send(silent.client, silent.personaId, 'A long story');
    const partial = await storedUpTo(silent.client, reply.id, 20);
    const variables = { personaId: silent.personaId, format: 'TEXT' as const };
    const { content } = (await silent.client.run(ConversationExportDocument, variables)).persona
      .conversationExport;
    await silent.client.run(StopReplyDocument, { messageId: reply.id });
    await eraseTalk(test, silent.personaId);
    expect(content).toContain(partial.trim());
  });

  it('of a talk without messages is its greeting', async () => {
    const variables = { personaId: silent.personaId, format: 'TEXT' as const };
    const { content } = (await silent.client.run(ConversationExportDocument, variables)).persona
      .conversationExport;
    const { persona } = await silent.client.run(PersonaDocument, { id: silent.personaId });
    expect(content).toBe(`The mirror of ${persona.name}: ${persona.greeting ?? '?'}\n`);
    expect(await shown(silent.client, silent.personaId)).toEqual([]);
  });
});
