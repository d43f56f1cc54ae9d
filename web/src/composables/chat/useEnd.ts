import { onScopeDispose, ref } from 'vue';
import { type Failure, failureOf } from '../../api/failure';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import { coalesce } from '../../talking/coalesced';
import { loadLatestMessages } from './readEnd';
import type { useMessagePath } from './usePath';

const RETRY_AFTER_MS = 3_000;

/**
 * Keeps the end of the path up to date with the server.
 * @param on `before` is awaited before the end is read again; `read` gets the conversation that came with it
 */
export function useLatestMessages(
  personaId: string,
  path: ReturnType<typeof useMessagePath>,
  on: { before(): Promise<void>; read(conversation: ConversationPartsFragment): void },
) {
  const isLoaded = ref(false);
  const failure = ref<Failure | null>(null);
  /**
   * Revisions of the conversation: the newest announced one, and one that the messages are at least as new
   * as.
   */
  let announced = 0;
  let seen = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const refresh = coalesce(async () => {
    clearTimeout(retryTimer);
    try {
      await on.before();
      const atLeast = announced;
      const { messages, from, conversation } = await loadLatestMessages(personaId, path.messages.value);
      if (!path.join(messages, from)) path.replace(messages, from);
      seen = isLoaded.value ? atLeast : conversation.revision;
      isLoaded.value = true;
      failure.value = null;
      on.read(conversation);
      changed(announced);
    } catch (error) {
      failure.value = failureOf(error);
      // The shown messages stay, and are read again automatically so that no tab stays outdated.
      if (isLoaded.value) retryTimer = setTimeout(() => void refresh(), RETRY_AFTER_MS);
    }
  });
  function changed(revision: number): void {
    announced = Math.max(announced, revision);
    if (isLoaded.value && announced > seen) void refresh();
  }
  onScopeDispose(() => clearTimeout(retryTimer));
  return { isLoaded, failure, refresh, changed };
}
