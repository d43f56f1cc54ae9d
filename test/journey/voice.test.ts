import { describe, expect, it } from 'vitest';
import {
  ChooseGreetingDocument,
  ChooseVoiceDocument,
  ConversationDocument,
} from '../../operations/generated/graphql.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { surveyOf, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);

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
