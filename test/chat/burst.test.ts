import { expect, it } from 'vitest';
import { ChooseGreetingDocument, ViewerDocument } from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import { until } from '../testkit/until.js';
import { useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);

it('a burst on one conversation, however long its row is held, leaves connections for everybody else', async () => {
  const choose = () => owner.client.run(ChooseGreetingDocument, { personaId: owner.personaId, greeting: 1 });
  await choose();
  const { orm } = test.app.services;
  const burst = await orm.em.fork().transactional(async (holder) => {
    await holder.execute('select 1 from conversation where persona_id = ? for update', [owner.personaId]);
    const changes = Array.from({ length: 40 }, choose);
    const waiting =
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await until('the burst waits', async () => (await orm.em.fork().execute(waiting)).length > 0);
    // Answered while all of them wait: a pool without a free connection would refuse it.
    expect((await owner.client.request(ViewerDocument, {})).errors).toEqual([]);
    return { changes };
  });
  const chosen = await Promise.all(burst.changes);
  expect(new Set(chosen.map(({ chooseGreeting }) => chooseGreeting.conversation.chosenGreeting))).toEqual(
    new Set([1]),
  );
});
