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

/** Answers that complete the first releases. */
const releases = [3, 6, 10];

/**
 * A survey that these friends answered, and its persona's newest version, once all of its versions are made.
 */
export async function surveyOf(
  client: ApiClient,
  url: string,
  views: readonly FriendView[],
  input: Parameters<typeof newSurvey>[1] = {},
) {
  const survey = await newSurvey(client, input);
  const personaId = survey.persona.id;
  const receipts: string[] = [];
  let version: Awaited<ReturnType<typeof versionAtEnd>> | undefined;
  // One release after the other, because a release overtakes those that are not begun.
  for (const [index, total] of releases.filter((own) => own <= views.length).entries()) {
    receipts.push(...(await submitAll(url, survey.slug, views.slice(receipts.length, total))));
    version = await versionAtEnd(client, personaId, index + 1);
  }
  receipts.push(...(await submitAll(url, survey.slug, views.slice(receipts.length))));
  if (version === undefined) throw new Error('Too few friends for a version.');
  return { ...survey, personaId, receipts, version };
}

/** What a version measured. */
export async function insightOf(client: ApiClient, personaId: string, number?: number) {
  const { version } = (await client.run(InsightDocument, { personaId, number })).persona;
  if (version?.insight == null) throw new Error('There is no insight.');
  return { ...version.insight, evidence: version.evidence };
}
