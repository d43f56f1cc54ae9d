import { ApiClient } from '../../client/apiClient.js';
import { answersOf, submission, threeFriends } from '../../client/friends.js';
import { type Locale, SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { newSurvey, statesUntil } from '../testkit/seed.js';
import type { TestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import type { InjectionPayload } from './injectionPayload.js';

/** What friends of one person write: three of them, or six, so that every line is in a version. */
export interface Batch {
  locale: Locale;
  payloads: InjectionPayload[];
}

/** A survey whose persona has settled, with all its versions as they are stored. */
export interface Settled extends Batch {
  personaId: string;
  /** What the subscription sent on the way. */
  states: unknown[];
  versions: StoredVersion[];
}

export interface StoredVersion {
  number: number;
  status: string;
  text: unknown;
  evidence: {
    traits: { id: string; score: number }[];
    words: { id: string }[];
    quotes: { id: string; text: string }[];
  };
  provenance: { writing: string };
  [column: string]: unknown;
}

/** All lines in surveys of three and six friends in turn; the last one is filled up from the beginning. */
export function batchesOf(locale: Locale, payloads: InjectionPayload[]): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < payloads.length; at += batches.length % 2 === 0 ? 6 : 3) {
    const size = batches.length % 2 === 0 ? 3 : 6;
    batches.push({ locale, payloads: [...payloads.slice(at), ...payloads].slice(0, size) });
  }
  return batches;
}

const storedVersions = ({ app }: TestApp, personaId: string): Promise<StoredVersion[]> =>
  app.services.orm.em
    .fork()
    .execute<StoredVersion[]>('select * from persona_version where persona_id = ? order by number', [
      personaId,
    ]);

/** Has friends answer with these lines, and waits until every version has settled. */
export async function settle(test: TestApp, client: ApiClient, batch: Batch): Promise<Settled> {
  const survey = await newSurvey(client, { locale: batch.locale });
  const personaId = survey.persona.id;
  const friend = new ApiClient(test.url);
  for (const [at, { text }] of batch.payloads.entries()) {
    const view = threeFriends[at % threeFriends.length]!;
    const answers = [...answersOf({ ...view, line: undefined }), { questionId: `OT${1 + (at % 3)}`, text }];
    // A release that is not begun would be overtaken by the next one.
    if (at === 3) await statesUntil(client, personaId, ['READY', 'FAILED']);
    await friend.run(SubmitResponseDocument, { input: submission(survey.slug, view, { answers }) });
  }
  const states = await statesUntil(client, personaId, ['READY', 'FAILED']);
  const count = batch.payloads.length / 3;
  const versions = await until('every version settled', async () => {
    const stored = await storedVersions(test, personaId);
    const settled = stored.filter(({ status }) => status === 'READY' || status === 'FAILED');
    return settled.length === count && stored;
  });
  return { ...batch, personaId, states, versions };
}
