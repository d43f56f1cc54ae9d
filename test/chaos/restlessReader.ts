import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../../client/apiClient.js';
import { ReplyStreamedDocument } from '../../operations/generated/graphql.js';

/** What one reader saw of one reply, over all its connections. */
export interface Seen {
  text: string;
  /** Events that did not begin where the one before had ended. */
  gaps: number;
  overlaps: number;
  finals: string[];
  connections: number;
}

/**
 * Reads a reply as a phone in a tunnel does: by any of the APIs, going away now and then, and coming back where it was.
 * @param random 0–1, the reader's own
 * @param onText called with the number of UTF-16 units that came
 * @param signal aborted to give up
 */
export async function restlessReader(
  urls: string[],
  accessToken: string,
  messageId: string,
  random: () => number,
  onText: (units: number) => void,
  signal?: AbortSignal,
): Promise<Seen> {
  const seen: Seen = { text: '', gaps: 0, overlaps: 0, finals: [], connections: 0 };
  while (seen.finals.length === 0 && signal?.aborted !== true) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    // Nothing is repaired by the client: what the server sends is what is judged.
    await using client = new ApiClient(url, accessToken, { retryAttempts: 0 });
    const patience = random() < 0.6 ? Infinity : 1 + Math.floor(random() * 30);
    let events = 0;
    seen.connections += 1;
    const after = seen.text.length;
    try {
      for await (const { replyStreamed: piece } of client.follow(ReplyStreamedDocument, {
        messageId,
        after,
      })) {
        if (piece.offset > seen.text.length) seen.gaps += 1;
        if (piece.offset < seen.text.length) seen.overlaps += 1;
        seen.text += piece.text;
        onText(piece.text.length);
        if (piece.status !== 'PENDING' && piece.status !== 'STREAMING') seen.finals.push(piece.status);
        if ((events += 1) >= patience && seen.finals.length === 0) break;
      }
    } catch (error) {
      // A connection that broke, or an API that is being started again; what an API says about the reply is no such thing.
      if (
        error instanceof Error &&
        /^[A-Z_]+: /.test(error.message) &&
        !error.message.startsWith('SERVICE_UNAVAILABLE')
      )
        throw error;
      await wait(200 + random() * 600);
    }
  }
  return seen;
}
