import { randomUUID } from 'node:crypto';
import { SendMessageDocument } from '../../operations/generated/graphql.js';
import { ReplyReader, type ReadReply } from './replyReader.js';
import { replyQuestion } from '../model/replyRequest.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

/** Enough to use the time while a request waits, few enough that no request is refused. */
const SENDERS = 6;
const REPLIES_PER_SOCKET = 20;

/** Replies that are being read. */
export interface OpenReplies extends AsyncDisposable {
  /** Replies that have ended, by number. */
  read: Map<number, ReadReply>;
  /**
   * Milliseconds for each reply: from sending the message to its response, and from subscribing to the first
   * event.
   */
  waits: { send: number[]; open: number[] };
  /** Bytes that have come over the wire to all readers. */
  received: () => number;
  /** Resolves when every reply has ended, successfully or not. */
  ended: Promise<void>;
}

/**
 * Sends one message in each of many conversations and reads all replies, 20 per socket. The model must hold
 * its tokens until this returns, when every reply is being read.
 */
export async function sendAndRead(
  stage: ReplyStage,
  personas: string[],
  tokens: number,
): Promise<OpenReplies> {
  await using opened = new AsyncDisposableStack();
  const token = stage.owner.session.accessToken;
  const readers = Array.from({ length: Math.ceil(personas.length / REPLIES_PER_SOCKET) }, () =>
    opened.use(new ReplyReader(stage.url, token, { ids: 'short' })),
  );
  const read = new Map<number, ReadReply>();
  const waits: OpenReplies['waits'] = { send: [], open: [] };
  const ends: Promise<void>[] = [];
  let next = 0;
  const send = async (): Promise<void> => {
    for (let reply = next++; reply < personas.length; reply = next++) {
      const personaId = personas[reply] ?? '';
      const asked = performance.now();
      const text = replyQuestion({ reply, tokens });
      const sent = await stage.owner.client.run(SendMessageDocument, {
        personaId,
        text,
        clientKey: randomUUID(),
      });
      const answered = performance.now();
      waits.send.push(answered - asked);
      const { id } = sent.sendMessage.reply;
      const reader = readers[Math.floor(reply / REPLIES_PER_SOCKET)];
      if (reader === undefined) throw new Error('There are too few readers.');
      await new Promise<void>((isOpen, isNot) => {
        const end = reader.read(id, isOpen).then((whole) => void read.set(reply, whole));
        // The reply counts as not whole. The message explains why.
        ends.push(
          end.catch((error: Error) => void process.stderr.write(`reply ${reply}: ${error.message}\n`)),
        );
        end.catch(isNot);
      });
      waits.open.push(performance.now() - answered);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const closing = opened.move();
  return {
    read,
    waits,
    received: () => readers.reduce((sum, reader) => sum + reader.received, 0),
    ended: Promise.all(ends).then(() => undefined),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
