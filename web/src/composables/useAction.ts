import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { readonly, ref, type Ref } from 'vue';
import { client } from '../api/client';
import { type Failure, failureOf } from '../api/failure';

export interface Action<Data, Variables> {
  isBusy: Readonly<Ref<boolean>>;
  failure: Readonly<Ref<Failure | null>>;
  /** @returns undefined when it failed, and `failure` says why; a second click while it runs waits for the first */
  run(variables: Variables): Promise<Data | undefined>;
}

/** Something a person does: one mutation, once however often the button is pressed. */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Action<Data, Variables> {
  const isBusy = ref(false);
  const failure = ref<Failure | null>(null);
  let running: Promise<Data | undefined> | undefined;

  async function once(variables: Variables): Promise<Data | undefined> {
    isBusy.value = true;
    failure.value = null;
    try {
      const { data, error } = await client.mutation(document, variables).toPromise();
      if (error) throw error;
      return data;
    } catch (error) {
      failure.value = failureOf(error);
      return undefined;
    }
  }
  function settle(): void {
    isBusy.value = false;
    running = undefined;
  }

  return {
    isBusy: readonly(isBusy),
    failure: readonly(failure),
    run: (variables) => (running ??= once(variables).finally(settle)),
  };
}
