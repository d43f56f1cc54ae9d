import type { ApiClient } from '../../client/apiClient.js';
import type { FriendView } from '../../client/friends.js';
import { InsightDocument, VersionsDocument } from '../../operations/generated/graphql.js';
import { newSurvey, submitAll } from './seed.js';
import { until } from './until.js';

/** All versions of a persona, newest first. */
export const versionsOf = async (client: ApiClient, personaId: string) =>
  (await client.run(VersionsDocument, { personaId })).persona.versions.edges.map(({ node }) => node);

/** A version, once it is READY or FAILED. */
export async function versionAtEnd(client: ApiClient, personaId: string, number = 1) {
  const made = async () =>
    (await versionsOf(client, personaId)).find(
      (version) => version.number === number && ['READY', 'FAILED'].includes(version.status),
    );
  await until(`version ${number} is made`, made);
  // Once more: the first answer may have read the persona just before that commit, and its versions just
  // after.
  return until(`version ${number} is still there`, made);
}

/**
 * A survey that these friends answered, and its persona's newest version, once all of its versions are made.
 */
export async function surveyOf(client: ApiClient, url: string, views: readonly FriendView[]) {
  const survey = await newSurvey(client);
  const receipts = await submitAll(url, survey.slug, views);
  const personaId = survey.persona.id;
  // Releases are of three, six and ten answers.
  const number = [3, 6, 10].filter((total) => total <= views.length).length;
  // A later one may be made before an earlier one.
  for (let earlier = 1; earlier < number; earlier += 1) await versionAtEnd(client, personaId, earlier);
  const version = await versionAtEnd(client, personaId, number);
  return { ...survey, personaId, receipts, version };
}

/** What a version measured. */
export async function insightOf(client: ApiClient, personaId: string, number?: number) {
  const { version } = (await client.run(InsightDocument, { personaId, number })).persona;
  if (version?.insight == null) throw new Error('There is no insight.');
  return { ...version.insight, evidence: version.evidence };
}
