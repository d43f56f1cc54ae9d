import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import {
  CloseSurveyDocument,
  DeleteSurveyDocument,
  PersonaChangedDocument,
  PersonaDocument,
  ReceiptDocument,
  ReopenSurveyDocument,
  RetryPersonaDocument,
  RotateSurveyLinkDocument,
  SurveyProgressedDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { socketClient } from '../http/socketClient.js';
import { newSurvey } from '../testkit/seed.js';
import { useApp, usePerson } from '../testkit/useApp.js';

const test = useApp();
const owner = usePerson(test);
const stranger = usePerson(test);
let ids: { surveyId: string; personaId: string };
const nobody = {
  surveyId: '7d3c2a2e-0000-4000-8000-000000000000',
  personaId: '7d3c2a2e-0000-4000-8000-000000000000',
};

beforeAll(async () => {
  const survey = await newSurvey(owner.client);
  ids = { surveyId: survey.id, personaId: survey.persona.id };
});

type Ids = typeof nobody;
const operations = {
  persona: (client: ApiClient, { personaId }: Ids) => client.request(PersonaDocument, { id: personaId }),
  retryPersona: (client: ApiClient, { personaId }: Ids) =>
    client.request(RetryPersonaDocument, { personaId }),
  closeSurvey: (client: ApiClient, { surveyId }: Ids) => client.request(CloseSurveyDocument, { surveyId }),
  reopenSurvey: (client: ApiClient, { surveyId }: Ids) => client.request(ReopenSurveyDocument, { surveyId }),
  rotateSurveyLink: (client: ApiClient, { surveyId }: Ids) =>
    client.request(RotateSurveyLinkDocument, { surveyId }),
  deleteSurvey: (client: ApiClient, { surveyId }: Ids) => client.request(DeleteSurveyDocument, { surveyId }),
};
const subscriptions = {
  personaChanged: (client: ApiClient, { personaId }: Ids) =>
    client.follow(PersonaChangedDocument, { personaId }),
  surveyProgressed: (client: ApiClient, { surveyId }: Ids) =>
    client.follow(SurveyProgressedDocument, { surveyId }),
};

describe.each(Object.entries(operations))('%s', (_name, operation) => {
  it('answers for what is another’s the same as for what does not exist', async () => {
    const [foreign, missing, malformed] = await Promise.all([
      operation(stranger.client, ids),
      operation(stranger.client, nobody),
      operation(stranger.client, { surveyId: "1' or 1=1", personaId: '../..' }),
    ]);
    expect(foreign.errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect([missing.errors, malformed.errors]).toEqual([foreign.errors, foreign.errors]);
    expect(foreign.status).toBe(missing.status);
  });

  it('answers UNAUTHENTICATED with 401 without a sign-in', async () => {
    const { status, errors } = await operation(new ApiClient(test.url), ids);
    expect([status, errors[0]?.extensions?.['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe.each(Object.entries(subscriptions))('%s', (_name, subscribe) => {
  it('is refused to strangers as to what does not exist, and to the anonymous', async () => {
    await expect(subscribe(stranger.client, ids).next()).rejects.toThrow('NOT_FOUND');
    await expect(subscribe(stranger.client, nobody).next()).rejects.toThrow('NOT_FOUND');
    await using anonymous = new ApiClient(test.url);
    await expect(subscribe(anonymous, ids).next()).rejects.toThrow('UNAUTHENTICATED');
  });
});

it('viewer lists nothing of another person', async () => {
  expect((await stranger.client.run(ViewerDocument, {})).viewer.surveys.edges).toEqual([]);
});

it('a receipt that was never given out is NOT_FOUND', async () => {
  const { errors } = await new ApiClient(test.url).request(ReceiptDocument, { receipt: 'x'.repeat(32) });
  expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

it('a subscription id used again while its first is still being opened closes the socket, and leaves no view behind', async () => {
  await using client = socketClient(`${test.url.replace('http', 'ws')}/graphql`);
  await client.init({ authorization: `Bearer ${owner.session.accessToken}` });
  const query = `subscription { personaChanged(personaId: "${ids.personaId}") { id } }`;
  client.subscribe('1', query);
  client.say({ id: '1', type: 'complete' });
  client.subscribe('1', query);
  expect(await client.closed).toBe(4409);
});
