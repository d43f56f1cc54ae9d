/** Messages that are rendered together, or not at all. */
export interface MessageChunk<Message> {
  key: number;
  messages: Message[];
  /** The message before the first one, if it is loaded. */
  before: Message | undefined;
}

/** Messages in a chunk: about two screens of a phone. */
const SIZE = 20;

/**
 * Splits a conversation into chunks. Messages that are added at its end or before its beginning move no other
 * message to another chunk, so that rendered chunks stay rendered and measured heights stay valid.
 * @param first position of the first message; messages that are put before it count down from there
 */
export function chunkMessages<Message>(messages: readonly Message[], first: number): MessageChunk<Message>[] {
  const chunks: MessageChunk<Message>[] = [];
  for (const [index, message] of messages.entries()) {
    const key = Math.floor((first + index) / SIZE);
    const last = chunks.at(-1);
    if (last?.key === key) last.messages.push(message);
    else chunks.push({ key, messages: [message], before: messages[index - 1] });
  }
  return chunks;
}
