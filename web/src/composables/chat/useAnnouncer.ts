import { ref, watch, type Ref } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { finishedSentences } from '../../talking/finishedSentences';
import { isFinal } from '../../talking/isFinal';
import type { Reply } from '../../talking/mergeReply';
import type { LoadState } from '../useLoaded';

/**
 * What a screen reader is told of what the mirror says: of a reply that is being written whole sentences, each once; and what
 * is there at once, such as help lines. What stood there when the page was opened can be read in its place.
 * @param locale of the mirror, a BCP 47 tag
 */
export function useAnnouncer(
  reply: { id: Ref<string | null>; known: Ref<Reply> },
  talk: { messages: Ref<MessagePartsFragment[]>; state: Ref<LoadState> },
  locale: () => string,
) {
  const words = ref('');
  let told = 0;
  watch([reply.id, reply.known], ([id, { text, status }], [before]) => {
    if (id === null) return;
    if (id !== before) {
      told = finishedSentences(text, 0, isFinal(status), locale()).until;
      words.value = '';
      return;
    }
    const next = finishedSentences(text, told, isFinal(status), locale());
    told = next.until;
    if (next.words !== '') words.value = next.words;
  });
  watch(
    talk.messages,
    (messages, before) => {
      const last = messages.at(-1);
      if (talk.state.value !== 'ready' || last?.role !== 'PERSONA' || !isFinal(last.status)) return;
      if (!before.some(({ id }) => id === last.id)) words.value = last.text;
    },
    { flush: 'sync' },
  );
  return words;
}
