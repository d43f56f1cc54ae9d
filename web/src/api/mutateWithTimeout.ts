import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type Failure, failureOf } from './failure';
import { loadClient } from './loadClient';

/**
 * Longer than the server takes to check a message. A mutation that arrives later still counts once, by its
 * client key.
 */
const TIMEOUT_MS = 20_000;

/** Sends a mutation once. A network that accepts it and never answers counts as offline. */
export async function mutateWithTimeout<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data | Failure> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve({ code: 'OFFLINE' }), TIMEOUT_MS);
  });
  const sent = loadClient().then((client) => client.mutation(document, variables).toPromise());
  const answer = sent.then(({ data, error }) => data ?? failureOf(error), failureOf);
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
