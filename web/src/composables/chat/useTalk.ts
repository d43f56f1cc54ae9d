import { computed, watch } from 'vue';
import { connection } from '../../api/connection';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import type { LoadState } from '../useLoaded';
import { useLatestMessages } from './useEnd';
import { useOlderMessages } from './useOlder';
import { useMessagePath } from './usePath';

/**
 * The messages of a conversation: its end, and the older ones that the reader has scrolled to.
 * @param on `before` is awaited before the end is read again; `read` gets the conversation that came with it
 */
export function useMessages(
  personaId: string,
  on: { before(): Promise<void>; read(conversation: ConversationPartsFragment): void },
) {
  const path = useMessagePath();
  const end = useLatestMessages(personaId, path, on);
  watch(connection, (now, before) => {
    if (before === 'offline' && now !== 'offline') void end.refresh();
  });
  const state = computed<LoadState>(() =>
    end.isLoaded.value ? 'ready' : end.failure.value ? 'failed' : 'loading',
  );
  return {
    messages: path.messages,
    place: path.place,
    join: path.join,
    change: path.change,
    state,
    failure: end.failure,
    refresh: end.refresh,
    changed: end.changed,
    older: useOlderMessages(personaId, path),
  };
}
