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
  const { conversation, take } = useConversation(personaId, (revision) => talk.changed(revision));
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
  const talk = useMessages(personaId, { before: outbox.settled, read: take });
  const reply = useReply({ ended: talk.change, lost: () => void talk.refresh() });
  const writingId = useUnfinishedReply(talk.messages, conversation, reply);
  const partner = useChatPersona(personaId, talk);
  function show(end: MessagePartsFragment[]): void {
    if (!talk.join(end)) void talk.refresh();
  }
  watch(writingId, (id) => {
    if (id === null) void outbox.resume();
  });
  onMounted(() => {
    void talk.refresh();
    void outbox.resume();
  });
  return {
    personaId,
    ...partner,
    conversation,
    talk,
    reply,
    writingId,
    announced: useScreenReaderAnnouncement(reply, talk, () => partner.locale.value),
    greetings: useGreetings(partner.persona, conversation, take),
    memory: useMemory(personaId, conversation, take),
    turns: useMessageActions({ show, change: talk.change, refresh: talk.refresh }),
    outbox,
    draft,
    refusal,
    isEmpty: computed(() => talk.messages.value.length === 0 && outbox.outgoing.value.length === 0),
    /** @param clientKey of an earlier attempt that may have arrived */
    send(text: string, clientKey?: string): void {
      refusal.value = null;
      void outbox.send(text, clientKey);
    },
  };
}
