import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { ApiClient } from '../../client/apiClient.js';
import { submission } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { newSurvey } from '../testkit/seed.js';
import type { TestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { personaQueries } from './readEverything.js';
import { simulatedAnswers, type SimulatedFriend } from './simulatedFriends.js';

type Known = Record<string, unknown>;

/** Everything an owner can read, as text in which ids, links and names of files stand for nothing. */
export type Snapshot = string;

/** What an owner sees of a survey after each of its answers, every version settled, by the number of answers. */
export interface Records {
  counts: number[];
  after: Snapshot[];
}

const counts = 'surveyViews surveyShares pageViews pageShares newOwners';
const surveyQuery = parse(
  `query ($id: ID!) { viewer { survey(id: $id) { title ownerName locale status responseCount nextRelease threshold normConsent createdOn funnel { stops { question times } totals { ${counts} } days { day ${counts} } } } } }`,
) as TypedDocumentNode<{ viewer: { survey: { responseCount: number } } }, Known>;

const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;
/** Slugs and cursors: random by themselves. Digests of what was measured stay, and pictures go by theirs. */
const random = /[\w-]{22,32}(?![\w-])/g;

/**
 * Has friends answer one after the other, and records as a client does that leaves nothing unread.
 * @param from so many answers on: before, it need not look
 */
export async function ownerRecords(
  test: TestApp,
  owner: ApiClient,
  friends: readonly SimulatedFriend[],
  from = 0,
): Promise<Records> {
  const survey = await newSurvey(owner);
  const read = await ownerReader(owner, survey);
  const records: Records = { counts: [], after: [] };
  const look = async (): Promise<void> => {
    const { count, snapshot } = await read();
    records.counts.push(count);
    records.after.push(snapshot);
  };
  const friend = new ApiClient(test.url);
  for (const [at, own] of [null, ...friends].entries()) {
    const input = own && submission(survey.slug, own, { answers: simulatedAnswers(own) });
    if (input !== null) await friend.run(SubmitResponseDocument, { input });
    // A release that has not begun would be overtaken by the next one.
    await settled(test, survey.persona.id);
    if (at >= from) await look();
    else records.after.push('');
  }
  return records;
}

/** @returns a function that reads everything the owner can: the live count, and all else */
export async function ownerReader(
  owner: ApiClient,
  survey: { id: string; persona: { id: string } },
): Promise<() => Promise<{ count: number; snapshot: Snapshot }>> {
  const queries = await personaQueries(owner);
  // The survey is read by a query of its own, without its live count.
  queries.delete('survey');
  return async () => {
    const persona: Known = {};
    for (const [field, query] of queries) persona[field] = await owner.run(query, { id: survey.persona.id });
    const { viewer } = await owner.run(surveyQuery, { id: survey.id });
    const known = { ...viewer.survey, responseCount: 'live' };
    return {
      count: viewer.survey.responseCount,
      snapshot: JSON.stringify([known, persona]).replaceAll(uuid, 'ID').replaceAll(random, 'RANDOM'),
    };
  };
}

export const settled = ({ app }: TestApp, persona: string): Promise<unknown> =>
  until('every version has settled', async () => {
    const [row] = await app.services.orm.em
      .fork()
      .execute<{ working: string }[]>(
        "select count(*) as working from persona_version where persona_id = ? and status not in ('READY', 'FAILED')",
        [persona],
      );
    return row?.working === '0';
  });
