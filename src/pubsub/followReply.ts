import type { Logger } from 'pino';
import { type EventSource, liveIterator, withJitter } from './liveIterator.js';
import type { ReplyGrewEvent } from './pubsub.js';

/**
 * Without an event the reply is read again after this time, so that a lost event causes a delay but no loss.
 * The interval doubles while nothing arrives, because a model may think for a minute.
 */
const REREAD_EVERY_MS = 2_000;
const REREAD_AT_MOST_MS = 8_000;

/** A piece of a reply for a reader. `offset` is the number of UTF-16 units of the reply before `text`. */
export interface ReplyPiece {
  offset: number;
  text: string;
  status: 'PENDING' | ReplyGrewEvent['status'];
}

const isFinal = (status: ReplyPiece['status']): boolean => status !== 'PENDING' && status !== 'STREAMING';

/** Readers that have the same of a reply get the same object, so that it is encoded once for all of them. */
const wholePieces = new WeakMap<ReplyGrewEvent, ReplyPiece>();

function wholePiece(grown: ReplyGrewEvent): ReplyPiece {
  const { start: offset, text, status } = grown;
  const whole = wholePieces.get(grown) ?? { offset, text, status };
  wholePieces.set(grown, whole);
  return whole;
}

/** What an event adds to the first `position` units; `null` after a gap; 'known' if it adds nothing. */
function piece(grown: ReplyGrewEvent, position: number): ReplyPiece | 'known' | null {
  const end = grown.start + grown.text.length;
  if (grown.start > position) return null;
  if (grown.start === position && grown.text !== '') return wholePiece(grown);
  if (end <= position && !isFinal(grown.status)) return 'known';
  return { offset: position, text: grown.text.slice(position - grown.start), status: grown.status };
}

/**
 * A reply from `after` on, live: subscribes first, yields what is stored, then each piece as it is stored.
 * Pieces come in order, without gap or overlap. The last one has a final status, unless the reply is deleted.
 *
 * @param growth events of this reply; closed by this function
 * @param after UTF-16 units that the reader already has
 * @param read returns what is stored from an offset on; `null` once the reply is deleted
 * @param options `rereadEveryMs`: roughly how late a lost event may be noticed
 */
export function followReply(
  growth: EventSource<ReplyGrewEvent>,
  after: number,
  read: (from: number) => Promise<ReplyPiece | null>,
  log: Logger,
  { rereadEveryMs = REREAD_EVERY_MS }: { rereadEveryMs?: number } = {},
): AsyncIterableIterator<ReplyPiece> {
  async function* pieces(): AsyncGenerator<ReplyPiece> {
    try {
      await growth.ready;
      let position = after;
      let next: ReplyPiece | null | 'known' = await read(position);
      // The first event reports the status even without text.
      let status: ReplyPiece['status'] | undefined;
      let rereadAfter = rereadEveryMs;
      while (next !== null) {
        if (next !== 'known' && (next.text !== '' || next.status !== status)) {
          status = next.status;
          position += next.text.length;
          rereadAfter = rereadEveryMs;
          yield next;
          if (isFinal(next.status)) return;
        }
        const event = await growth.nextWithin(withJitter(rereadAfter));
        if (event === undefined) return;
        rereadAfter = Math.min(rereadAfter * 2, REREAD_AT_MOST_MS);
        next = (event === null ? null : piece(event, position)) ?? (await readAgain(read, position, log));
      }
    } finally {
      growth.close();
    }
  }
  return liveIterator(growth, pieces());
}

/** A database error does not end a running stream. The next re-read makes up for it. */
async function readAgain(
  read: (from: number) => Promise<ReplyPiece | null>,
  position: number,
  log: Logger,
): Promise<ReplyPiece | null | 'known'> {
  try {
    return await read(position);
  } catch (error) {
    log.warn({ error }, 'reply read failed');
    return 'known';
  }
}
