import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { PersonaDocument, WithdrawDocument } from '../../operations/generated/graphql.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { statesUntil, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);

const family = sixFriends.slice(0, 3);
const withdraw = (receipt: string | undefined) =>
  new ApiClient(test.url).run(WithdrawDocument, { receipt: receipt ?? '' });
const personaOf = async (id: string) => (await owner.client.run(PersonaDocument, { id })).persona;

describe('a persona whose answers were withdrawn until too few were left', () => {
  it('is withdrawn, whichever of them went last: one that was shown or one that was not', async () => {
    const { personaId, receipts, slug } = await surveyOf(owner.client, test.url, family);
    const [fourth] = await submitAll(test.url, slug, sixFriends.slice(3, 4));
    await withdraw(receipts[0]);
    const { status, illustration } = await personaOf(personaId);
    expect(status).toBe('READY');
    await withdraw(fourth);
    const nothing = { title: null, summary: null, traits: [], illustration: null };
    expect(await personaOf(personaId)).toMatchObject({ status: 'PENDING', ...nothing });
    expect((await fetch(new URL(illustration?.url ?? '', test.url))).status).toBe(404);
    expect(await versionsOf(owner.client, personaId)).toEqual([]);
  });

  it('is made again at three, without circles and without the lines that were blended with others before', async () => {
    const { personaId, receipts, slug } = await surveyOf(owner.client, test.url, family);
    const before = await insightOf(owner.client, personaId);
    expect([before.circles.length, before.quotes.length > 0]).toEqual([1, true]);
    await withdraw(receipts[0]);
    test.model.calls.length = 0;
    await submitAll(test.url, slug, family.slice(0, 1));
    await statesUntil(owner.client, personaId, ['READY']);
    const after = await insightOf(owner.client, personaId);
    expect([after.friends, after.circles, after.quotes]).toEqual([3, [], []]);
    expect(callsNamed(test.model, 'paraphrases')).toEqual([]);
  });
});
