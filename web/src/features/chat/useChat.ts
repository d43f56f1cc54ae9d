import { computed, onMounted, ref, watch } from 'vue';
import type { Failure } from '../../api/failure';
import { storage } from '../../device/storage';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { useChatPersona } from './useChatPersona';
import { useGreetings } from './useGreetings';
import { useMemory } from './useMemory';
import { useMessageActions } from './useMessageActions';
import { useConversation, useMessages } from './useMessages';
import { useOutbox } from './useOutbox';
import { useReply, useUnfinishedReply } from './useReply';
import { useScreenReaderAnnouncement } from './useScreenReaderAnnouncement';

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

/** The chat with a persona. It is the same in every tab, and survives reloads and lost networks. */
export function useChat(personaId: string) {
  const { conversation, take } = useConversation(personaId, (revision) => messageLog.changed(revision));
  const draft = useMessageDraft(personaId);
  /** Why a message was put back into the draft. */
  const refusal = ref<Failure | null>(null);
  const outbox = useOutbox(personaId, {
    taken: ({ message, reply: begun }) => show([message, begun]),
    givenBack(text, failure) {
      draft.value = draft.value.trim() === '' ? text : `${text}\n${draft.value}`;
      refusal.value = failure;
    },
  });
  const messageLog = useMessages(personaId, { before: outbox.settled, read: take });
  const reply = useReply({ ended: messageLog.change, lost: () => void messageLog.refresh() });
  const writingId = useUnfinishedReply(messageLog.messages, conversation, reply);
  const partner = useChatPersona(personaId, messageLog);
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
    ...partner,
    conversation,
    messageLog,
    reply,
    writingId,
    announced: useScreenReaderAnnouncement(reply, messageLog, () => partner.locale.value),
    greetings: useGreetings(partner.persona, conversation, take),
    memory: useMemory(personaId, conversation, take),
    messageActions: useMessageActions({ show, change: messageLog.change, refresh: messageLog.refresh }),
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
