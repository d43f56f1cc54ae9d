import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import {
  ChooseGreetingDocument,
  ConversationChangedDocument,
  CorrectFactDocument,
  ForgetFactDocument,
  PersonaDocument,
  PinFactDocument,
  StopReplyDocument,
} from '../../operations/generated/graphql.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  conversationOf,
  eraseTalk,
  holdNextReply,
  knownIn,
  readAll,
  refusal,
  replyCalls,
  send,
  told,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => eraseTalk(test, owner.personaId));

const say = (text: string) => ask(owner.client, owner.personaId, text);
const lastPrompt = () => replyCalls(test.model).at(-1);
const memory = async () => (await conversationOf(owner.client, owner.personaId)).memory;
const pin = async (text: string) =>
  (await owner.client.run(PinFactDocument, { personaId: owner.personaId, text })).pinFact.conversation.memory
    .facts;

describe('a pinned fact', () => {
  it('is in the next prompt, as it was corrected, until it is forgotten', async () => {
    const [fact] = await pin('  My sister is called Anna.  ');
    expect(fact).toMatchObject({ text: 'My sister is called Anna.', source: 'OWNER' });
    await say('Do you remember?');
    expect(knownIn(lastPrompt()).facts).toEqual(['My sister is called Anna.']);
    await owner.client.run(CorrectFactDocument, { factId: fact!.id, text: 'My sister is called Hanna.' });
    await say('And now?');
    expect(knownIn(lastPrompt()).facts).toEqual(['My sister is called Hanna.']);
    await owner.client.run(ForgetFactDocument, { factId: fact!.id });
    await say('And finally?');
    expect(knownIn(lastPrompt()).facts).toEqual([]);
    const again = await owner.client.request(ForgetFactDocument, { factId: fact!.id });
    expect(refusal(again)).toBe('NOT_FOUND');
  });

  it('pinned twice, also at once, is one; corrected to what another says, the two are one', async () => {
    await Promise.all([pin('I swim.'), pin('I swim.'), pin(' I swim. ')]);
    const facts = await pin('I run.');
    expect(facts.map(({ text }) => text)).toEqual(['I swim.', 'I run.']);
    await owner.client.run(CorrectFactDocument, { factId: facts[1]!.id, text: 'I swim.' });
    expect((await memory()).facts).toEqual([{ ...facts[1], text: 'I swim.' }]);
  });

  it('is one of 40 at the most, and one that is remembered already is still welcome then', async () => {
    for (let n = 1; n <= 40; n += 1) await pin(`Fact ${n}.`);
    const pinned = (text: string) =>
      owner.client.request(PinFactDocument, { personaId: owner.personaId, text });
    expect(refusal(await pinned('One too many.'))).toBe('BAD_USER_INPUT text');
    expect((await memory()).facts).toHaveLength(40);
    await say('All of it?');
    expect(knownIn(lastPrompt()).facts).toHaveLength(40);
    expect(refusal(await pinned('Fact 7.'))).toBe('');
  });

  it.each(['', ' \n', 'x'.repeat(281), 'a\0', 'a\udfff'])('is not %j', async (text) => {
    const { personaId } = owner;
    expect(refusal(await owner.client.request(PinFactDocument, { personaId, text }))).toBe(
      'BAD_USER_INPUT text',
    );
    expect((await memory()).facts).toEqual([]);
  });
});

describe('the greeting', () => {
  it('is one of three or four, and the chosen one opens conversation and prompt', async () => {
    const { persona } = await owner.client.run(PersonaDocument, { id: owner.personaId });
    expect((await conversationOf(owner.client, owner.personaId)).greeting).toBe(persona.greeting);
    const variables = { personaId: owner.personaId, greeting: 2 };
    const { conversation } = (await owner.client.run(ChooseGreetingDocument, variables)).chooseGreeting;
    expect(conversation.chosenGreeting).toBe(2);
    expect(conversation.greeting).not.toBe(persona.greeting);
    await say('Hello');
    expect(told(lastPrompt())).toContain(conversation.greeting);
    expect(told(lastPrompt())).not.toContain(persona.greeting);
  });
});

describe('conversationChanged', () => {
  it('sends another tab every change, in order', async () => {
    await using tab = new ApiClient(test.url, owner.session.accessToken);
    const states = tab.follow(ConversationChangedDocument, { personaId: owner.personaId });
    const next = async () => (await states.next()).value!.conversationChanged;
    let seen = await next();
    expect(seen).toMatchObject({ id: owner.personaId, revision: 0, writing: null });
    const { personaId } = owner;
    const [fact] = await pin('I swim.');
    const pinned = await next();
    expect(pinned.memory.facts).toEqual([fact]);
    const changes: [() => Promise<unknown>, object][] = [
      [
        () => owner.client.run(CorrectFactDocument, { factId: fact!.id, text: 'I dive.' }),
        { memory: { facts: [{ text: 'I dive.' }] } },
      ],
      [() => owner.client.run(ChooseGreetingDocument, { personaId, greeting: 1 }), { chosenGreeting: 1 }],
      [() => owner.client.run(ForgetFactDocument, { factId: fact!.id }), { memory: { facts: [] } }],
    ];
    seen = pinned;
    for (const [change, what] of changes) {
      await change();
      const state = await next();
      expect(state).toMatchObject(what);
      expect(state.revision).toBeGreaterThan(seen.revision);
      seen = state;
    }
    await states.return?.();
  });

  it.each(['ended', 'was stopped'])('tells another tab that a reply began, and that it %s', async (how) => {
    const letGo = holdNextReply(test.model);
    await using tab = new ApiClient(test.url, owner.session.accessToken);
    const states = tab.follow(ConversationChangedDocument, { personaId: owner.personaId });
    await states.next();
    const { reply } = await send(owner.client, owner.personaId, 'Hello');
    expect((await states.next()).value?.conversationChanged.writing?.id).toBe(reply.id);
    // The event itself: a tab also reads again every few seconds, which would hide that it is missing.
    const published = vi.spyOn(test.app.services.pubsub, 'publish');
    if (how === 'was stopped') await owner.client.run(StopReplyDocument, { messageId: reply.id });
    letGo();
    await readAll(owner.client, reply.id);
    const { revision } = await conversationOf(owner.client, owner.personaId);
    await until('the event', () =>
      published.mock.calls.some(
        ([topic, event]) =>
          topic === 'conversationChanged' && 'revision' in event && event.revision >= revision,
      ),
    );
    published.mockRestore();
    let writing: unknown = reply;
    while (writing !== null) writing = (await states.next()).value?.conversationChanged.writing ?? null;
    await states.return?.();
  });
});
