import { ref, shallowRef } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { joinPath } from '../../talking/joinPath';
import { keepSame } from '../../talking/keepSame';

/** Where a stretch of the path begins: what a page before it ends at, if there is one. */
export interface Beginning {
  hasOlder: boolean;
  start: string | null;
}

const ofTheTalk: Beginning = { hasOlder: false, start: null };

/** The loaded end of the path that is shown, oldest first. */
export function usePath() {
  const messages = shallowRef<MessagePartsFragment[]>([]);
  const beginning = ref<Beginning>(ofTheTalk);
  /** Of the first loaded message: what is put before it counts down, and another talk begins far from this one. */
  const place = ref(0);

  function beginAnew(from: Beginning): void {
    beginning.value = from;
    place.value += 1_000_000;
  }
  /** Puts what is now the end of the path onto what is loaded. @returns false if the two do not touch */
  function join(end: MessagePartsFragment[], from: Beginning = ofTheTalk): boolean {
    const known = messages.value;
    const joined = joinPath(known, end);
    if (joined === null) return false;
    if (joined[0]?.id !== known[0]?.id) beginAnew(from);
    messages.value = keepSame(known, joined);
    return true;
  }
  /** Puts what is now the end of the path in the place of all that is loaded. */
  function replace(end: MessagePartsFragment[], from: Beginning): void {
    beginAnew(from);
    messages.value = keepSame(messages.value, end);
  }
  /** Puts a page before what is loaded, unless the talk has forked meanwhile and the page is no part of it any more. */
  function prepend(page: MessagePartsFragment[], from: Beginning): void {
    if (messages.value[0]?.parentId !== page.at(-1)?.id) return;
    beginning.value = from;
    place.value -= page.length;
    messages.value = [...page, ...messages.value];
  }
  /** Shows what is new of one message, in its place. What has ended does not change any more, but for its evidence. */
  function change(id: string, fresh: Partial<MessagePartsFragment>): void {
    messages.value = messages.value.map((one) => (one.id === id ? { ...one, ...fresh } : one));
  }
  return { messages, beginning, place, join, replace, prepend, change };
}
