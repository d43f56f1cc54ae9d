import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { client } from './client';
import { type Failure, failureOf } from './failure';

/** Longer than the server takes to judge a message. What comes later counts once all the same, by its key. */
const PATIENCE_MS = 20_000;

/** Sends a mutation once. A network that takes it and never answers is no network. */
export async function sendOnce<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data | Failure> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve({ code: 'OFFLINE' }), PATIENCE_MS);
  });
  const sent = client.mutation(document, variables).toPromise();
  const answered = sent.then(({ data, error }) => data ?? failureOf(error), failureOf);
  return Promise.race([answered, silence]).finally(() => clearTimeout(timer));
}
