import { onScopeDispose, ref } from 'vue';
import { type Failure, failureOf } from '../../api/failure';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import { coalesced } from '../../talking/coalesced';
import { readEnd } from './readEnd';
import type { usePath } from './usePath';

const AGAIN_AFTER_MS = 3_000;

/**
 * Keeps the end of the path as the server has it.
 * @param on `before` is waited for before it is read again; `read` gets the conversation that came with it
 */
export function useEnd(
  personaId: string,
  path: ReturnType<typeof usePath>,
  on: { before(): Promise<void>; read(conversation: ConversationPartsFragment): void },
) {
  const isLoaded = ref(false);
  const failure = ref<Failure | null>(null);
  /** Revisions of the conversation: the newest that was announced, and one that the messages are not older than. */
  let announced = 0;
  let seen = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const refresh = coalesced(async () => {
    clearTimeout(again);
    try {
      await on.before();
      const atLeast = announced;
      const { messages, from, conversation } = await readEnd(personaId, path.messages.value);
      if (!path.join(messages, from)) path.replace(messages, from);
      seen = isLoaded.value ? atLeast : conversation.revision;
      isLoaded.value = true;
      failure.value = null;
      on.read(conversation);
      changed(announced);
    } catch (error) {
      failure.value = failureOf(error);
      // What is shown stays, and is read again by itself: no tab is left behind.
      if (isLoaded.value) again = setTimeout(() => void refresh(), AGAIN_AFTER_MS);
    }
  });
  function changed(revision: number): void {
    announced = Math.max(announced, revision);
    if (isLoaded.value && announced > seen) void refresh();
  }
  onScopeDispose(() => clearTimeout(again));
  return { isLoaded, failure, refresh, changed };
}
