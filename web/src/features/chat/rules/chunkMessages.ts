const DAY_MS = 86_400_000;
const startOf = (day: Date): number => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();

/**
 * A day as people name it: today, yesterday, or its date, in the reader's time zone.
 * @param at ISO 8601
 */
export function dayName(at: string, locale: string, now: Date = new Date()): string {
  const day = new Date(at);
  // Rounded, because days on which the clocks change are longer or shorter.
  const ago = Math.round((startOf(now) - startOf(day)) / DAY_MS);
  return ago === 0 || ago === 1
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(day);
}

/**
 * Whether a message was written on another day than the previous one, in the reader's time zone. Both times
 * are ISO 8601.
 */
export const isOtherDay = (before: string | undefined, now: string): boolean =>
  before === undefined || new Date(before).toDateString() !== new Date(now).toDateString();

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
