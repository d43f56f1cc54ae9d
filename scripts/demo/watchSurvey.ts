import type { ApiClient } from '../../client/apiClient.js';
import { PersonaChangedDocument, SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import { output } from './terminalOutput.js';

/** The owner's live view while friends answer. */
export interface Watch extends AsyncDisposable {
  /** Resets the clock for the printed latencies. */
  mark(): void;
  /** Resolves when the live counter has reached `count`. */
  count(count: number): Promise<void>;
  /** Resolves when the persona is READY. @throws Error if it is FAILED */
  finished(): Promise<void>;
}

/** Follows a survey and its persona and prints each event. Resolves once both snapshots have arrived. */
export async function watchSurvey(client: ApiClient, surveyId: string, personaId: string): Promise<Watch> {
  let marked = performance.now();
  let responseCount = -1;
  let waiters: (() => void)[] = [];
  const notifyWaiters = (): void => {
    const notified = waiters;
    waiters = [];
    for (const wake of notified) wake();
  };

  const counting = client.follow(SurveyProgressedDocument, { surveyId });
  const making = client.follow(PersonaChangedDocument, { personaId });
  await Promise.all([counting.next(), making.next()]);

  const counts = (async () => {
    for await (const { surveyProgressed } of counting) {
      responseCount = surveyProgressed.responseCount;
      output.event(`${responseCount} of ${surveyProgressed.threshold} answers`, performance.now() - marked);
      notifyWaiters();
    }
  })();
  const made = (async () => {
    for await (const { personaChanged } of making) {
      output.event(`persona ${personaChanged.status}`, performance.now() - marked);
      if (personaChanged.status === 'READY') return;
      if (personaChanged.status === 'FAILED')
        throw new Error(personaChanged.failure?.reason ?? 'The saga failed.');
    }
  })();
  return {
    mark: () => (marked = performance.now()),
    async count(count) {
      while (responseCount < count) await new Promise<void>((resolve) => waiters.push(resolve));
    },
    finished: () => made,
    async [Symbol.asyncDispose]() {
      await Promise.all([counting.return?.(), making.return?.()]);
      await counts;
    },
  };
}
