import type { ApiClient } from '../../client/apiClient.js';
import { ViewerDocument } from '../../operations/generated/graphql.js';
import type { TestApp } from './testApp.js';

/** How many responses of a survey the database holds. */
export async function storedResponses({ app }: TestApp, surveyId: string): Promise<number> {
  const [row] = await app.services.orm.em
    .fork()
    .execute<{ count: string }[]>('select count(*) from response where survey_id = ?', [surveyId]);
  return Number(row?.count);
}

/** How many responses of a survey its owner is shown. */
export async function shownResponseCount(owner: ApiClient, surveyId: string): Promise<number | undefined> {
  const { viewer } = await owner.run(ViewerDocument, {});
  return viewer.surveys.edges.find(({ node }) => node.id === surveyId)?.node.responseCount;
}
