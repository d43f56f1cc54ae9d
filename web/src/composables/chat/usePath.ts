import { ref, shallowRef } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { mergeMessages } from '../../talking/joinPath';
import { reuseUnchanged } from '../../talking/keepSame';

/** The start of a section of the path: the cursor at which an older page ends, if there is one. */
export interface PathStart {
  hasOlder: boolean;
  start: string | null;
}

const conversationStart: PathStart = { hasOlder: false, start: null };

/** The loaded messages at the end of the shown path, oldest first. */
export function useMessagePath() {
  const messages = shallowRef<MessagePartsFragment[]>([]);
  const beginning = ref<PathStart>(conversationStart);
  /**
   * Position of the first loaded message. Older messages count down from it; after a replacement it starts
   * far away.
   */
  const place = ref(0);

  function restart(from: PathStart): void {
    beginning.value = from;
    place.value += 1_000_000;
  }
  /** Joins the current end of the path to the loaded messages. @returns false if the two do not touch */
  function join(end: MessagePartsFragment[], from: PathStart = conversationStart): boolean {
    const known = messages.value;
    const joined = mergeMessages(known, end);
    if (joined === null) return false;
    if (joined[0]?.id !== known[0]?.id) restart(from);
    messages.value = reuseUnchanged(known, joined);
    return true;
  }
  /** Replaces all loaded messages with the current end of the path. */
  function replace(end: MessagePartsFragment[], from: PathStart): void {
    restart(from);
    messages.value = reuseUnchanged(messages.value, end);
  }
  /**
   * Puts a page before the loaded messages, unless the conversation has forked and the page no longer belongs
   * to it.
   */
  function prepend(page: MessagePartsFragment[], from: PathStart): void {
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
