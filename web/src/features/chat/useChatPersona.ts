import { computed } from 'vue';
import { PersonaChangedDocument } from '../../api/operations/generated/PersonaChanged';
import { useLive } from '../../api/useLive';
import { useLoaded } from '../../api/useLoaded';
import { localeFromApi } from '../../i18n/locales';
import { ChatPersonaDocument } from './operations/generated/ChatPersona';
import type { useMessages } from './useMessages';

type ChatState = 'loading' | 'failed' | 'unknown' | 'notReady' | 'ready';

/**
 * The persona of the chat, and whether the chat can start. A persona that is still being made is waited for.
 */
export function useChatPersona(personaId: string, messageLog: ReturnType<typeof useMessages>) {
  const loaded = useLoaded(ChatPersonaDocument, () => ({ personaId }));
  const persona = computed(() => loaded.data.value?.persona);
  const failure = computed(() => loaded.failure.value ?? messageLog.failure.value);
  const state = computed<ChatState>(() => {
    if (loaded.state.value === 'failed' || messageLog.state.value === 'failed')
      return failure.value?.code === 'NOT_FOUND' ? 'unknown' : 'failed';
    if (persona.value === undefined || messageLog.state.value === 'loading') return 'loading';
    return persona.value.status === 'READY' ? 'ready' : 'notReady';
  });
  useLive(
    PersonaChangedDocument,
    () => ({ personaId }),
    ({ personaChanged }) => void (personaChanged.status === 'READY' && loaded.reload()),
    () => state.value !== 'notReady',
  );
  return {
    persona,
    /** BCP 47 tag of the persona's language. */
    locale: computed(() => localeFromApi[persona.value?.locale ?? 'EN']),
    state,
    failure,
    reload: async (): Promise<void> => void (await Promise.all([loaded.reload(), messageLog.refresh()])),
  };
}
