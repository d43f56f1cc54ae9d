import type { TypedDocumentNode } from '@urql/core';
import { computed, shallowRef } from 'vue';
import { useRoute } from 'vue-router';
import { type Failure, failureOf } from './failure';
import { loadClient } from './loadClient';
import { pageData } from './pageData';
import type { Loaded } from './useLoaded';

/** What the server wrote is current only once: when the app has just started. */
let isUsed = false;

/**
 * The result of a query that needs no sign-in and belongs to the page's address. Usually the server has written
 * it into the page, and nothing is requested.
 */
export function usePublicData<Data>(
  document: TypedDocumentNode<Data, { slug: string }>,
  slug: string,
): Loaded<Data> {
  const written = !isUsed && pageData?.path === useRoute().path ? pageData.data : undefined;
  isUsed = true;
  const data = shallowRef((written ?? undefined) as Data | undefined);
  const failure = shallowRef<Failure | null>(written === null ? { code: 'NOT_FOUND' } : null);

  async function reload(): Promise<void> {
    failure.value = null;
    try {
      const client = await loadClient();
      const result = await client.query(document, { slug }, { requestPolicy: 'network-only' }).toPromise();
      if (result.data) data.value = result.data;
      else failure.value = failureOf(result.error);
    } catch (error) {
      failure.value = failureOf(error);
    }
  }
  if (written === undefined) void reload();

  return {
    data,
    failure: computed(() => failure.value),
    state: computed(() =>
      data.value !== undefined ? 'ready' : failure.value !== null ? 'failed' : 'loading',
    ),
    reload,
  };
}
