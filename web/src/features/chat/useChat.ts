import { computed, onMounted, ref, watch } from 'vue';
import type { Failure } from '../../api/failure';
import { storage } from '../../device/storage';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { useChatPersona } from './useChatPersona';
import { useConversation } from './useConversation';
import { useDeletion } from './useDeletion';
import { useGreetings } from './useGreetings';
import { useMemory } from './useMemory';
import { useMessageActions } from './useMessageActions';
import { useMessages } from './useMessages';
import { useOutbox } from './useOutbox';
import { useReply, useUnfinishedReply } from './useReply';
import { useScreenReaderAnnouncement } from './useScreenReaderAnnouncement';
import { useSuggestions } from './useSuggestions';

/** The chat with a persona. It is the same in every tab, and survives reloads and lost networks. */
export function useChat(personaId: string) {
  const { conversation, update: updateConversation } = useConversation(personaId, (revision) =>
    messageLog.noteRevision(revision),
  );
  const draft = useMessageDraft(personaId);
  /** Why a message was put back into the draft. */
  const refusal = ref<Failure | null>(null);
  const outbox = useOutbox(personaId, {
    onAccepted: (turn) => show([turn.message, turn.reply]),
    onRefused(text, failure) {
      draft.value = draft.value.trim() === '' ? text : `${text}\n${draft.value}`;
      refusal.value = failure;
    },
  });
  const messageLog = useMessages(personaId, {
    beforeRefresh: outbox.awaitInFlight,
    onConversation: updateConversation,
  });
  const reply = useReply({ onEnded: messageLog.change, onLost: () => void messageLog.refresh() });
  const writingId = useUnfinishedReply(messageLog.messages, conversation, reply);
  const chatPersona = useChatPersona(personaId, messageLog);
  /** Joins the current end of the path to the loaded messages. */
  function show(end: MessagePartsFragment[]): void {
    if (!messageLog.join(end)) void messageLog.refresh();
  }
  watch(writingId, (id) => {
    if (id === null) void outbox.resume();
  });
  onMounted(() => {
    void messageLog.refresh();
    void outbox.resume();
  });
  return {
    personaId,
    ...chatPersona,
    conversation,
    messageLog,
    reply,
    writingId,
    announcement: useScreenReaderAnnouncement(reply, messageLog, () => chatPersona.locale.value),
    greetings: useGreetings(chatPersona.persona, conversation, updateConversation),
    memory: useMemory(personaId, conversation, updateConversation),
    messageActions: useMessageActions({ show, change: messageLog.change, refresh: messageLog.refresh }),
    deletion: useDeletion(personaId, { updateConversation, refresh: messageLog.refresh }),
    suggestions: useSuggestions(
      chatPersona.persona,
      chatPersona.locale,
      messageLog.messages,
      computed(() => writingId.value !== null || outbox.outgoing.value.length > 0),
    ),
    outbox,
    draft,
    refusal,
    isEmpty: computed(() => messageLog.messages.value.length === 0 && outbox.outgoing.value.length === 0),
    /** @param clientKey of an earlier attempt that may have arrived */
    send(text: string, clientKey?: string): void {
      refusal.value = null;
      void outbox.send(text, clientKey);
    },
  };
}

/** The unsent message to a persona. It survives a reload and a visit to another page. */
function useMessageDraft(personaId: string) {
  const key = `mirai.chat.draft.${personaId}`;
  const draft = ref(storage.get(key) ?? '');
  watch(draft, (text) => {
    if (text === '') storage.remove(key);
    else storage.set(key, text);
  });
  return draft;
}
