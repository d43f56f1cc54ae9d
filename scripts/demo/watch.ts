import { PersonaChangedDocument, SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import type { ApiClient } from './apiClient.js';
import { say } from './say.js';

/** What the owner sees while friends answer. */
export interface Watch extends AsyncDisposable {
  /** Latencies are told from here on. */
  mark(): void;
  /** Settles when the live counter has reached `count`. */
  count(count: number): Promise<void>;
  /** Settles when the persona is READY; throws when it FAILED. */
  finished(): Promise<void>;
}

/** Follows a survey and its persona, and says each event as it arrives. Resolves once both snapshots are there. */
export async function watch(client: ApiClient, surveyId: string, personaId: string): Promise<Watch> {
  let marked = performance.now();
  let counted = -1;
  let looking: (() => void)[] = [];
  const changed = (): void => {
    const waiting = looking;
    looking = [];
    for (const look of waiting) look();
  };

  const counting = client.follow(SurveyProgressedDocument, { surveyId });
  const making = client.follow(PersonaChangedDocument, { personaId });
  await Promise.all([counting.next(), making.next()]);

  const counts = (async () => {
    for await (const { surveyProgressed } of counting) {
      counted = surveyProgressed.responseCount;
      say.event(`${counted} of ${surveyProgressed.threshold} answers`, performance.now() - marked);
      changed();
    }
  })();
  const made = (async () => {
    for await (const { personaChanged } of making) {
      say.event(`persona ${personaChanged.status}`, performance.now() - marked);
      if (personaChanged.status === 'READY') return;
      if (personaChanged.status === 'FAILED')
        throw new Error(personaChanged.failure?.reason ?? 'The saga failed.');
    }
  })();
  return {
    mark: () => (marked = performance.now()),
    async count(count) {
      while (counted < count) await new Promise<void>((resolve) => looking.push(resolve));
    },
    finished: () => made,
    async [Symbol.asyncDispose]() {
      await Promise.all([counting.return?.(), making.return?.()]);
      await counts;
    },
  };
}
