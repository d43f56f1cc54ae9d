import { beforeAll, describe, expect, it } from 'vitest';
import { MessagesDocument, type MessagesQueryVariables } from '../../operations/generated/graphql.js';
import { Message } from '../../src/entities/Message.js';
import { useApp } from '../testkit/useApp.js';
import { ask, lengthen, useTalker } from './talk.js';

const LENGTH = 5_000;

const test = useApp();
const owner = useTalker(test);
/** Ids of the shown path, as the tree says. */
let expected: string[];
beforeAll(async () => {
  await ask(owner.client, owner.personaId, 'The first of all');
  await lengthen(test, owner.personaId, LENGTH - 2, "'message ' || $n");
  const em = test.app.services.orm.em.fork();
  await em.execute('analyze message');
  const rows = await em.execute<{ id: string }[]>(
    `with recursive path as (select id, depth from message where parent_id is null union all
       select m.id, m.depth from path join message m on m.parent_id = path.id) select id from path order by depth`,
  );
  expected = rows.map(({ id }) => id);
  expect(expected).toHaveLength(LENGTH);
});

const page = async (variables: Omit<MessagesQueryVariables, 'personaId'>) =>
  (await owner.client.run(MessagesDocument, { personaId: owner.personaId, ...variables })).persona.messages;

describe('a history of 5,000 messages', () => {
  it('reads forwards with first and after, each message once and in order', async () => {
    const seen: string[] = [];
    let pages = 0;
    for (let after: string | null | undefined, more = true; more; pages += 1) {
      const { edges, pageInfo } = await page({ first: 100, after });
      seen.push(...edges.map(({ node }) => node.id));
      expect(pageInfo.startCursor).toBe(edges[0]?.cursor);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(pages).toBe(LENGTH / 100);
    expect(seen).toEqual(expected);
  });

  it('reads backwards with last and before, each message once and in order', async () => {
    const seen: string[] = [];
    for (let before: string | null | undefined, more = true; more;) {
      const { edges, pageInfo } = await page({ last: 99, before });
      seen.unshift(...edges.map(({ node }) => node.id));
      [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect(seen).toEqual(expected);
  });

  it('has pages of one, of 50 where none is asked for, and an empty one behind its end', async () => {
    const only = await page({ first: 1 });
    expect(only.edges.map(({ node }) => node.id)).toEqual([expected[0]]);
    expect((await page({})).edges).toHaveLength(50);
    const { pageInfo } = await page({ last: 1 });
    expect((await page({ first: 10, after: pageInfo.endCursor })).edges).toEqual([]);
  });

  it('keeps its cursors good while messages are added', async () => {
    const { pageInfo } = await page({ last: 10 });
    const added = await ask(owner.client, owner.personaId, 'One more');
    const { edges, pageInfo: next } = await page({ first: 10, after: pageInfo.endCursor });
    expect(edges.map(({ node }) => node.id)).toEqual([added.message.id, added.reply.id]);
    expect(next.hasNextPage).toBe(false);
    expected.push(added.message.id, added.reply.id);
    const before = await page({ last: 10, before: pageInfo.startCursor });
    expect(before.edges.map(({ node }) => node.id)).toEqual(expected.slice(LENGTH - 20, LENGTH - 10));
  });

  it.each([-1, 4_800])(
    'reads no more rows than the page behind depth %i needs, along the index',
    async (after) => {
      const em = test.app.services.orm.em.fork();
      const [row] = await em.execute<{ id: string }[]>('select id from conversation');
      const conversation = row?.id ?? '';
      const query = em
        .createQueryBuilder(Message)
        .select('*')
        .where({ conversation, active: true, depth: { $gt: after } })
        .orderBy({ depth: 'asc' })
        .limit(51)
        .getFormattedQuery();
      interface Plan {
        'Node Type': string;
        'Index Name'?: string;
        'Actual Rows': number;
        'Rows Removed by Filter'?: number;
        Plans?: Plan[];
      }
      const [plan] = await em.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
        `explain (analyze, format json) ${query}`,
      );
      const nodes = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
      const all = nodes(plan!['QUERY PLAN'][0].Plan);
      expect(all.map((node) => node['Node Type']).filter((type) => /Seq|Sort/.test(type))).toEqual([]);
      const [scan] = all.filter((node) => node['Index Name'] !== undefined);
      expect(scan?.['Index Name']).toBe('message_path');
      expect(scan?.['Actual Rows']).toBe(51);
      expect(scan?.['Rows Removed by Filter'] ?? 0).toBe(0);
    },
  );
});
