import { ref, type Ref, watch } from 'vue';
import type { LoadState } from '../../api/useLoaded';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { isFinal, type Reply } from './rules/mergeReply';
import { finishedSentences } from './rules/finishedSentences';

/**
 * The text that a screen reader announces of the persona's messages: of a streamed reply, whole sentences,
 * each once; of a message that arrives complete, such as help lines, all of it. Messages that were there when
 * the page was opened are not announced.
 * @param locale BCP 47 tag of the persona's language
 */
export function useScreenReaderAnnouncement(
  reply: { id: Ref<string | null>; known: Ref<Reply> },
  messageLog: { messages: Ref<MessagePartsFragment[]>; state: Ref<LoadState> },
  locale: () => string,
) {
  const announcement = ref('');
  let announcedUntil = 0;
  watch([reply.id, reply.known], ([id, { text, status }], [before]) => {
    if (id === null) return;
    if (id !== before) {
      announcedUntil = finishedSentences(text, 0, isFinal(status), locale()).until;
      announcement.value = '';
      return;
    }
    const next = finishedSentences(text, announcedUntil, isFinal(status), locale());
    announcedUntil = next.until;
    if (next.words !== '') announcement.value = next.words;
  });
  watch(
    messageLog.messages,
    (messages, before) => {
      const last = messages.at(-1);
      if (messageLog.state.value !== 'ready' || last?.role !== 'PERSONA' || !isFinal(last.status)) return;
      if (!before.some(({ id }) => id === last.id)) announcement.value = last.text;
    },
    { flush: 'sync' },
  );
  return announcement;
}
