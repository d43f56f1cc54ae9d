import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { CorrectSummaryDocument, EditMessageDocument } from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import { until } from '../testkit/until.js';
import {
  ask,
  conversationOf,
  countRows,
  documentCalls,
  eraseTalk,
  holdNextReply,
  knownIn,
  lengthen,
  readAll,
  refusal,
  replyCalls,
  shown,
  told,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => eraseTalk(test, owner.personaId));

const say = (text: string) => ask(owner.client, owner.personaId, text);
const lastPrompt = () => replyCalls(test.model).at(-1);
const memory = async () => (await conversationOf(owner.client, owner.personaId)).memory;

/** Waits until the older part of the talk is put in short. */
const summed = () => until('a summary', async () => (await memory()).summary);

describe('the summary of a long talk', () => {
  beforeEach(async () => {
    await say('The beginning of it all');
    await lengthen(test, owner.personaId, 24, "'turn number ' || $n || '.'");
  });

  it('replaces the old turns in the next prompt, and is made once', async () => {
    expect((await memory()).summary).toBeNull();
    const calls = documentCalls(test.model, 'summary').length;
    await say('The turn that makes it long');
    const summary = await summed();
    await say('What was it about?');
    expect(knownIn(lastPrompt()).earlier).toBe(summary);
    expect(told(lastPrompt())).not.toContain('turn number 1.');
    expect(told(lastPrompt())).toContain('turn number 24.');
    expect(documentCalls(test.model, 'summary')).toHaveLength(calls + 1);
    expect(told(documentCalls(test.model, 'summary').at(-1))).toContain('turn number 1.');
  });

  it('can be corrected, and forgotten for good', async () => {
    await say('The turn that makes it long');
    await summed();
    const { personaId } = owner;
    await owner.client.run(CorrectSummaryDocument, { personaId, summary: 'We spoke of sailing.' });
    await say('What was it about?');
    expect(knownIn(lastPrompt()).earlier).toBe('We spoke of sailing.');
    await owner.client.run(CorrectSummaryDocument, { personaId, summary: null });
    expect((await memory()).summary).toBeNull();
    const calls = documentCalls(test.model, 'summary').length;
    for (const text of ['And now?', 'Nothing at all?']) {
      await say(text);
      expect(knownIn(lastPrompt()).earlier).toBeNull();
      expect(told(lastPrompt())).not.toContain('sailing');
      expect(told(lastPrompt())).not.toContain('turn number 1.');
    }
    expect((await memory()).summary).toBeNull();
    expect(documentCalls(test.model, 'summary')).toHaveLength(calls);
  });

  it('once forgotten is forgotten on every line, also where there is an earlier summary', async () => {
    await say('The turn that makes it long');
    await summed();
    await owner.client.run(CorrectSummaryDocument, {
      personaId: owner.personaId,
      summary: 'A secret about Zanzibar.',
    });
    await lengthen(test, owner.personaId, 24, "'later turn ' || $n || '.'");
    await say('Longer still');
    await until('a second summary', async () => (await memory()).summary !== 'A secret about Zanzibar.');
    await owner.client.run(CorrectSummaryDocument, { personaId: owner.personaId, summary: null });
    const early = (await shown(owner.client, owner.personaId)).find(({ text }) => text === 'later turn 3.');
    const variables = { messageId: early!.id, text: 'Differently', clientKey: randomUUID() };
    const { reply } = (await owner.client.run(EditMessageDocument, variables)).editMessage;
    await readAll(owner.client, reply.id);
    expect(knownIn(lastPrompt()).earlier ?? '').not.toContain('Zanzibar');
  });

  it('forgotten while the next one is being made is not in that one either', async () => {
    await say('The turn that makes it long');
    await summed();
    const { personaId } = owner;
    await owner.client.run(CorrectSummaryDocument, { personaId, summary: 'A secret about Zanzibar.' });
    await lengthen(test, personaId, 24, "'later turn ' || $n || '.'");
    const calls = documentCalls(test.model, 'summary').length;
    test.model.script({ path: 'chat', do: 'slow', delayMs: 0 });
    const letGo = holdNextReply(test.model);
    await say('Longer still');
    await until('the next summary', () => documentCalls(test.model, 'summary').length > calls);
    await owner.client.run(CorrectSummaryDocument, { personaId, summary: null });
    letGo();
    const jobs = `name = 'summarizeConversation' and state in ('created', 'retry', 'active')`;
    await until('its job is over', async () => (await countRows(test, 'pgboss.job', jobs)) === 0);
    await say('What do you remember?');
    expect(knownIn(lastPrompt()).earlier ?? '').not.toContain('Zanzibar');
    expect((await memory()).summary ?? '').not.toContain('Zanzibar');
  });

  it('is of the line that it was made on: a fork before it has all its turns word for word', async () => {
    await say('The turn that makes it long');
    await summed();
    const early = (await shown(owner.client, owner.personaId)).find(({ text }) => text === 'turn number 3.');
    const variables = { messageId: early!.id, text: 'A fork', clientKey: randomUUID() };
    const { reply } = (await owner.client.run(EditMessageDocument, variables)).editMessage;
    await readAll(owner.client, reply.id);
    expect(knownIn(lastPrompt()).earlier).toBeNull();
    expect(told(lastPrompt())).toContain('turn number 2.');
    expect((await memory()).summary).toBeNull();
  });

  it('cannot be corrected before there is one', async () => {
    const variables = { personaId: owner.personaId, summary: 'Made up' };
    expect(refusal(await owner.client.request(CorrectSummaryDocument, variables))).toBe(
      'BAD_USER_INPUT summary',
    );
  });
});

it('no turn is lost between summary and prompt, however much there was to put in short', async () => {
  await say('The beginning of it all');
  await lengthen(test, owner.personaId, 150, "'turn number ' || $n || '. ' || repeat('and so on, ', 20)");
  const from = documentCalls(test.model, 'summary').length;
  await say('The turn that makes it long');
  await summed();
  await say('What was it about?');
  const all = [...documentCalls(test.model, 'summary').slice(from), lastPrompt()].map(told).join('\n');
  const lost = Array.from({ length: 150 }, (_, index) => index + 1).filter(
    (n) => !all.includes(`turn number ${n}.`),
  );
  expect(lost).toEqual([]);
});

it('in a talk of 60 turns every prompt still contains what the owner said in the second', async () => {
  await say('Hello mirror');
  await say('My sister is called Anna Blum and I love sailing.');
  for (let turn = 3; turn <= 60; turn += 1) {
    await say(`Small talk number ${turn}, what do you think?`);
    expect(told(lastPrompt())).toContain('Anna Blum');
  }
  await summed();
  expect(told(lastPrompt())).not.toContain('Small talk number 3,');
});
