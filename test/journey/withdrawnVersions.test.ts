import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import {
  InsightDocument,
  NextReleaseDocument,
  PersonaDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { releaseAnswers } from '../../src/commands/survey/releases.js';
import { newSurvey, submitAll } from '../testkit/seed.js';
import { sixFriends, stranger } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);
let gate: PromiseWithResolvers<void>;
beforeEach(async () => {
  gate = Promise.withResolvers();
});
afterEach(() => {
  gate.resolve();
});

const three = sixFriends.slice(0, 3);
const last = sixFriends.slice(3);
const withdraw = (receipt: string | undefined) =>
  new ApiClient(test.url).run(WithdrawDocument, { receipt: receipt ?? '' });
const nextRelease = async (surveyId: string) =>
  (await owner.client.run(NextReleaseDocument, { surveyId })).viewer.survey;
/** The next version waits at the model until the gate opens. */
const holdTheModel = () => test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
const chats = () => test.model.calls.filter(({ path }) => path === 'chat').length;
/** What the same friends without the withdrawn one measure. */
const hashWithout = async (views: typeof sixFriends) =>
  (await surveyOf(owner.client, test.url, views)).version.hash;

describe('a withdrawn answer', () => {
  it('is not in a version that was in the making', async () => {
    const survey = await surveyOf(owner.client, test.url, three);
    const { personaId } = survey;
    const before = chats();
    holdTheModel();
    const [receipt] = await submitAll(test.url, survey.slug, [stranger, ...last.slice(1)]);
    await until('the second is at the model', () => chats() > before);
    await withdraw(receipt);
    expect((await versionsOf(owner.client, personaId)).map(({ number }) => number)).toEqual([1]);
    expect(await nextRelease(survey.id)).toMatchObject({ responseCount: 5, nextRelease: 6 });
    gate.resolve();
    await submitAll(test.url, survey.slug, last.slice(0, 1));
    const second = await versionAtEnd(owner.client, personaId, 2);
    expect(second).toMatchObject({ status: 'READY', friends: 6 });
    expect(second.hash).toBe(await hashWithout([...three, ...last]));
  });

  it('of a first version in the making restarts it at once, while three are left', async () => {
    const survey = await newSurvey(owner.client);
    const personaId = survey.persona.id;
    holdTheModel();
    const [receipt] = await submitAll(test.url, survey.slug, [stranger, ...three]);
    await until('the first is at the model', () => chats() === 1);
    await withdraw(receipt);
    const first = await versionAtEnd(owner.client, personaId);
    expect(first).toMatchObject({ number: 1, status: 'READY', friends: 3, isShown: true });
    gate.resolve();
    expect(first.hash).toBe(await hashWithout(three));
    expect(await versionsOf(owner.client, personaId)).toEqual([first]);
  });

  it('of a version that is shown leaves it as it is, and is missing from the next', async () => {
    const survey = await surveyOf(owner.client, test.url, [stranger, ...three]);
    const { personaId, version, receipts } = survey;
    const insight = await insightOf(owner.client, personaId);
    await withdraw(receipts[0]);
    expect(await versionsOf(owner.client, personaId)).toEqual([version]);
    expect(await insightOf(owner.client, personaId)).toEqual(insight);
    expect(await nextRelease(survey.id)).toMatchObject({ responseCount: 3, nextRelease: 5 });
    await submitAll(test.url, survey.slug, last.slice(0, 2));
    const second = await versionAtEnd(owner.client, personaId, 2);
    expect(second).toMatchObject({ status: 'READY', friends: 5 });
    // Sums over relations, with it before and without it now, would tell it.
    const [older, newer] = [insight, await insightOf(owner.client, personaId, 2)];
    expect(newer.circles).toEqual([]);
    expect(newer.words.find(({ id }) => id === 'modest')).toBeUndefined();
    expect(older.friends).toBe(3);
  });

  it('takes all versions with it when fewer than three are left', async () => {
    const { personaId, receipts } = await surveyOf(owner.client, test.url, sixFriends);
    for (const receipt of receipts.slice(0, 3)) await withdraw(receipt);
    expect(await versionsOf(owner.client, personaId)).toHaveLength(2);
    await withdraw(receipts[3]);
    expect(await versionsOf(owner.client, personaId)).toEqual([]);
    const { persona } = await owner.client.run(PersonaDocument, { id: personaId });
    expect(persona).toMatchObject({ status: 'PENDING', title: null, traits: [], illustration: null });
    const { version } = (await owner.client.run(InsightDocument, { personaId })).persona;
    expect(version).toBeNull();
  });

  it('is not in a version that began just as it was withdrawn', async () => {
    const { id, slug, personaId, version } = await surveyOf(owner.client, test.url, three);
    const [receipt] = await submitAll(test.url, slug, [stranger, stranger]);
    const { orm, queue } = test.app.services;
    let withdrawing: Promise<unknown> | undefined;
    // The sixth answer, at the moment before its commit.
    await orm.em.fork().transactional(async (em) => {
      await em.execute('update survey set response_count = 6, unreleased = 3 where id = ?', [id]);
      await em.execute(
        `insert into response (id, survey_id, client_key, content_hash, receipt, relation, answers, submitted_on)
         select gen_random_uuid(), survey_id, 'sixth', content_hash, 'sixth', relation, answers, submitted_on
         from response where receipt = ?`,
        [receipt],
      );
      withdrawing = withdraw(receipt);
      await until('the withdrawal waits for it', async () => {
        const waiting = `select 1 from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock' and query like 'update survey set response_count = response_count - 1%'`;
        return (await orm.em.fork().execute<unknown[]>(waiting)).length > 0;
      });
      await releaseAnswers(em, queue, [{ id, revision: 0, releases: 1, unreleased: 3, responseCount: 6 }]);
    });
    await withdrawing;
    expect(await versionsOf(owner.client, personaId)).toEqual([version]);
    expect(await nextRelease(id)).toMatchObject({ responseCount: 5, nextRelease: 6 });
  });
});
