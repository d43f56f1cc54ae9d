import type { Logger } from 'pino';
import type { Grown } from './topics.js';

/**
 * A reader looks again after this long without an event, so that a lost one is late and never lost; then twice as long,
 * while nothing comes: a model may think for a minute.
 */
const HEAL_EVERY_MS = 2_000;
const HEAL_SELDOM_MS = 8_000;

/** A piece of a reply on its way to a reader. `offset`: UTF-16 units of the reply before `text`. */
export interface ReplyPiece {
  offset: number;
  text: string;
  status: 'PENDING' | Grown['status'];
}

interface Growth {
  ready: Promise<void>;
  nextWithin(milliseconds: number): Promise<Grown | null | undefined>;
  close(): void;
}

const isFinal = (status: ReplyPiece['status']): boolean => status !== 'PENDING' && status !== 'STREAMING';

/** What an event adds to the first `position` units; `null` where it follows on something that the reader has not seen. */
function piece(grown: Grown, position: number): ReplyPiece | 'known' | null {
  const end = grown.start + grown.text.length;
  if (grown.start > position) return null;
  if (end <= position && !isFinal(grown.status)) return 'known';
  return { offset: position, text: grown.text.slice(position - grown.start), status: grown.status };
}

/**
 * A reply from `after` on, live: subscribes first, gives what is stored, then each piece as it is stored. In order,
 * without gap or overlap, and one final event, which is the last. Ends without one only when the reply is deleted.
 *
 * @param growth events of this reply; closed by this function
 * @param after UTF-16 units that the reader has already
 * @param read what is stored from an offset on; `null` once the reply is gone
 * @param options `healEveryMs`: how late a lost event may be, about
 */
export function followReply(
  growth: Growth,
  after: number,
  read: (from: number) => Promise<ReplyPiece | null>,
  log: Logger,
  { healEveryMs = HEAL_EVERY_MS }: { healEveryMs?: number } = {},
): AsyncIterableIterator<ReplyPiece> {
  async function* pieces(): AsyncGenerator<ReplyPiece> {
    try {
      await growth.ready;
      let position = after;
      let next: ReplyPiece | null | 'known' = await read(position);
      // The first event says how things stand, even with nothing to add.
      let status: ReplyPiece['status'] | undefined;
      let patience = healEveryMs;
      while (next !== null) {
        if (next !== 'known' && (next.text !== '' || next.status !== status)) {
          status = next.status;
          position += next.text.length;
          patience = healEveryMs;
          yield next;
          if (isFinal(next.status)) return;
        }
        const event = await growth.nextWithin(patience * (0.75 + Math.random() / 2));
        if (event === undefined) return;
        patience = Math.min(patience * 2, HEAL_SELDOM_MS);
        next = (event === null ? null : piece(event, position)) ?? (await readAgain(read, position, log));
      }
    } finally {
      growth.close();
    }
  }
  const source = pieces();
  return {
    next: () => source.next(),
    // A generator does not hear return() while it waits: closing the feed is what ends the wait.
    return() {
      growth.close();
      return source.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A database that hiccups does not end a stream that already runs: the next look makes up for it. */
async function readAgain(
  read: (from: number) => Promise<ReplyPiece | null>,
  position: number,
  log: Logger,
): Promise<ReplyPiece | null | 'known'> {
  try {
    return await read(position);
  } catch (error) {
    log.warn({ error }, 'a reply could not be read; it is tried again');
    return 'known';
  }
}
