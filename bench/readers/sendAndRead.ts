import { randomUUID } from 'node:crypto';
import { SendMessageDocument } from '../../operations/generated/graphql.js';
import { ReplyReader, type ReadReply } from './replyReader.js';
import { replyQuestion } from '../model/replyRequest.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

/** Enough to fill the time that a request waits, few enough that none is turned away. */
const SENDERS = 6;
const A_SOCKET = 20;

/** Replies that are being read. */
export interface OpenReplies extends AsyncDisposable {
  /** What has come so far; a reply is in it once it has ended. */
  read: Map<number, ReadReply>;
  /** Milliseconds of each: from asking to its answer, and from subscribing to the first event. */
  waits: { send: number[]; open: number[] };
  /** Settles when every reply has ended, well or not. */
  ended: Promise<void>;
}

/**
 * Asks one question in each of many conversations and reads all the replies, 20 on a socket. The model must hold its words until this
 * returns: by then every reply is being read.
 */
export async function sendAndRead(
  stage: ReplyStage,
  personas: string[],
  tokens: number,
): Promise<OpenReplies> {
  await using opened = new AsyncDisposableStack();
  const token = stage.owner.session.accessToken;
  const readers = Array.from({ length: Math.ceil(personas.length / A_SOCKET) }, () =>
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
      const reader = readers[Math.floor(reply / A_SOCKET)];
      if (reader === undefined) throw new Error('There are too few readers.');
      await new Promise<void>((isOpen, isNot) => {
        const end = reader.read(id, isOpen).then((whole) => void read.set(reply, whole));
        // Counted as not whole; said here, so that a reader sees why.
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
    ended: Promise.all(ends).then(() => undefined),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
