import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../client/signIn.js';
import {
  ChooseGreetingDocument,
  ChooseVoiceDocument,
  ConversationDocument,
} from '../../operations/generated/graphql.js';
import { someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { startTestApp, type TestApp } from '../testkit/testApp.js';
import { surveyOf, versionsOf } from '../testkit/versions.js';

let test: TestApp;
let owner: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  owner = await someone(test.url);
});
afterAll(async () => {
  await owner[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

const three = sixFriends.slice(0, 3);

describe('the voice', () => {
  it('is the owner’s choice, with greeting and manner, over unchanged scores, and can be taken back', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, three);
    const choose = async (archetype?: 'SAGE' | 'REBEL') =>
      (await owner.client.run(ChooseVoiceDocument, { personaId, archetype })).chooseVoice.persona;
    const [fated, versions] = [await choose(), await versionsOf(owner.client, personaId)];
    const sage = await choose('SAGE');
    expect(fated.voice).toMatchObject({ mode: 'FATED', archetype: null });
    expect(sage.voice).toMatchObject({ mode: 'ALCHEMIC', archetype: 'SAGE' });
    expect(sage.greeting).not.toBe(fated.greeting);
    expect(sage.voice?.sample).not.toBe(fated.voice?.sample);
    const { conversation } = (await owner.client.run(ConversationDocument, { personaId })).persona;
    expect(conversation.greeting).toBe(sage.greeting);
    const greeting = sage.alternateGreetings.length + 1;
    const beyond = await owner.client.request(ChooseGreetingDocument, { personaId, greeting });
    expect(beyond.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect((await choose('REBEL')).greeting).not.toBe(sage.greeting);
    expect(sage.traits).toEqual(fated.traits);
    expect(await versionsOf(owner.client, personaId)).toEqual(versions);
    expect(await choose()).toEqual({ ...fated, revision: expect.any(Number) as number });
  });
});
