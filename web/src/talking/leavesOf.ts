/** Messages that are drawn together, or not at all. */
export interface Leaf<Message> {
  key: number;
  messages: Message[];
  /** The message before the first of them, if it is loaded. */
  before: Message | undefined;
}

/** About two screens of a phone. */
const SIZE = 20;

/**
 * Cuts a talk into leaves. Messages that come at its end or before its beginning move no other message to another leaf: what
 * is drawn stays drawn, and what was measured stays true.
 * @param first place of the first message; those that are put before it count down from there
 */
export function leavesOf<Message>(messages: readonly Message[], first: number): Leaf<Message>[] {
  const leaves: Leaf<Message>[] = [];
  for (const [index, message] of messages.entries()) {
    const key = Math.floor((first + index) / SIZE);
    const last = leaves.at(-1);
    if (last?.key === key) last.messages.push(message);
    else leaves.push({ key, messages: [message], before: messages[index - 1] });
  }
  return leaves;
}
