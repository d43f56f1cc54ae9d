import { DurableStream, stream } from '@durable-streams/client';
import { monotonicMs } from '../figures/monotonicMs.js';
import type { ReadReply } from '../readers/replyReader.js';
import type { OpenReplies } from '../readers/sendAndRead.js';
import type { DurableStreams } from './startDurableStreams.js';
import { WireFetch } from './wireFetch.js';

/** As many at a time as with the product. */
const OPENERS = 6;
let runs = 0;

/**
 * Creates a stream for each reply, follows it live over SSE with the official client, and lets the writer request the
 * replies. The model must hold its tokens until this returns, when every stream is being followed.
 */
export async function writeAndFollow(
  peer: DurableStreams,
  replies: number,
  tokens: number,
): Promise<OpenReplies & { written: Promise<void> }> {
  const run = ++runs;
  const wire = new WireFetch();
  const enough = new AbortController();
  const read = new Map<number, ReadReply>();
  const waits: OpenReplies['waits'] = { send: [], open: [] };
  const ends: Promise<void>[] = [];
  const urls = Array.from({ length: replies }, (_, reply) => `${peer.url}/replies/${run}/${reply}`);

  /** @returns when it is followed, with its end */
  const follow = async (url: string, reply: number): Promise<{ end: Promise<void> }> => {
    const growing: ReadReply = { text: '', status: 'STREAMING', deltas: [] };
    const following = await stream<string>({ url, live: 'sse', fetch: wire.fetch, signal: enough.signal });
    following.subscribeJson(({ items }) => {
      for (const piece of items) {
        growing.deltas.push({ at: monotonicMs(), length: piece.length });
        growing.text += piece;
      }
    });
    const end = following.closed.then(() => {
      // Otherwise it was aborted.
      if (following.streamClosed) read.set(reply, { ...growing, status: 'COMPLETE' });
    });
    return { end };
  };
  let next = 0;
  const open = async (): Promise<void> => {
    for (let reply = next++; reply < replies; reply = next++) {
      const url = urls[reply] ?? '';
      const asked = performance.now();
      await DurableStream.create({ url, contentType: 'application/json' });
      const created = performance.now();
      waits.send.push(created - asked);
      const { end } = await follow(url, reply);
      // Rejects when it is aborted below. The reply counts as not whole.
      ends.push(end.catch(() => undefined));
      waits.open.push(performance.now() - created);
    }
  };
  await Promise.all(Array.from({ length: OPENERS }, open));
  return {
    read,
    waits,
    received: () => wire.received,
    ended: Promise.all(ends).then(() => undefined),
    written: peer.write({ urls, tokens }),
    async [Symbol.asyncDispose]() {
      enough.abort();
      await Promise.all(ends);
    },
  };
}
