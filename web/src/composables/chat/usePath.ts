import { ref, shallowRef } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { joinPath } from '../../talking/joinPath';
import { keepSame } from '../../talking/keepSame';

/** The start of a section of the path: the cursor at which an older page ends, if there is one. */
export interface Beginning {
  hasOlder: boolean;
  start: string | null;
}

const conversationStart: Beginning = { hasOlder: false, start: null };

/** The loaded messages at the end of the shown path, oldest first. */
export function usePath() {
  const messages = shallowRef<MessagePartsFragment[]>([]);
  const beginning = ref<Beginning>(conversationStart);
  /**
   * Position of the first loaded message. Older messages count down from it; after a replacement it starts
   * far away.
   */
  const place = ref(0);

  function restart(from: Beginning): void {
    beginning.value = from;
    place.value += 1_000_000;
  }
  /** Joins the current end of the path to the loaded messages. @returns false if the two do not touch */
  function join(end: MessagePartsFragment[], from: Beginning = conversationStart): boolean {
    const known = messages.value;
    const joined = joinPath(known, end);
    if (joined === null) return false;
    if (joined[0]?.id !== known[0]?.id) restart(from);
    messages.value = keepSame(known, joined);
    return true;
  }
  /** Replaces all loaded messages with the current end of the path. */
  function replace(end: MessagePartsFragment[], from: Beginning): void {
    restart(from);
    messages.value = keepSame(messages.value, end);
  }
  /**
   * Puts a page before the loaded messages, unless the conversation has forked and the page no longer belongs
   * to it.
   */
  function prepend(page: MessagePartsFragment[], from: Beginning): void {
    if (messages.value[0]?.parentId !== page.at(-1)?.id) return;
    beginning.value = from;
    place.value -= page.length;
    messages.value = [...page, ...messages.value];
  }
  /** Updates one message in place. A message that has ended only changes in its evidence. */
  function change(id: string, fresh: Partial<MessagePartsFragment>): void {
    messages.value = messages.value.map((one) => (one.id === id ? { ...one, ...fresh } : one));
  }
  return { messages, beginning, place, join, replace, prepend, change };
}
