import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { readonly, ref, type Ref } from 'vue';
import { client } from './client';
import { type Failure, failureOf } from './failure';

interface Action<Data, Variables> {
  isBusy: Readonly<Ref<boolean>>;
  failure: Readonly<Ref<Failure | null>>;
  /**
   * @returns undefined if it failed, for the reason in `failure`; a second call while it runs waits for the
   * first
   */
  run(variables: Variables): Promise<Data | undefined>;
}

/** A mutation that a person triggers. It runs once, however often the button is pressed. */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Action<Data, Variables> {
  const isBusy = ref(false);
  const failure = ref<Failure | null>(null);
  let running: Promise<Data | undefined> | undefined;

  async function runOnce(variables: Variables): Promise<Data | undefined> {
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
    run: (variables) => (running ??= runOnce(variables).finally(settle)),
  };
}

/** Remembers the last attempt, so that it can be retried if it failed. */
export function retryLast() {
  let last: (() => Promise<unknown>) | undefined;
  return {
    attempt<Result>(action: () => Promise<Result>): Promise<Result> {
      last = action;
      return action();
    },
    async retry(): Promise<void> {
      await last?.();
    },
  };
}
