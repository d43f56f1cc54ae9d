import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ReplyStreamedDocument, type ReplyStreamedSubscription } from '../../operations/generated/graphql.js';
import { monotonicMs } from '../figures/monotonicMs.js';

/** A reply as it came to a reader. Times by monotonicMs(). */
export interface ReadReply {
  text: string;
  status: string;
  /** The events that brought text: when, and how many UTF-16 units. */
  deltas: { at: number; length: number }[];
}

const query = print(ReplyStreamedDocument);

/** A server's frame, which carries no mask: two bytes of head, four from 126 bytes on, ten from 64 KiB on. */
const frameBytes = (payload: number): number => payload + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

/** One WebSocket on which replies are read, up to 20 at a time. */
export class ReplyReader implements AsyncDisposable {
  /** Bytes of all messages that the server sent, heads of their frames included. */
  received = 0;
  readonly #client: Client;
  #ids = 0;

  /** @param options.ids `short` ones, as our own clients use them; `uuid` as graphql-ws makes them by itself */
  constructor(url: string, accessToken: string, options: { ids: 'short' | 'uuid' }) {
    const count = (bytes: number): void => void (this.received += frameBytes(bytes));
    class CountedSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols);
        this.on('message', (data: Buffer) => count(data.length));
      }
    }
    this.#client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: CountedSocket,
      connectionParams: { authorization: `Bearer ${accessToken}` },
      lazy: false,
      onNonLazyError: () => undefined, // The subscriptions end with the same error.
      retryAttempts: 0,
      ...(options.ids === 'short' ? { generateID: () => String((this.#ids += 1)) } : {}),
    });
  }

  /**
   * Reads a reply to its end.
   * @param onOpen called with the first event: from here on nothing is missed
   * @throws Error when events leave a gap, or the subscription ends in an error
   */
  read(messageId: string, onOpen: () => void = () => undefined): Promise<ReadReply> {
    const reply: ReadReply = { text: '', status: '', deltas: [] };
    return new Promise((resolve, reject) => {
      const unsubscribe = this.#client.subscribe<ReplyStreamedSubscription>(
        { query, variables: { messageId } },
        {
          next({ data, errors }) {
            if (!data) return reject(new Error(errors?.[0]?.message ?? 'An event without data.'));
            const { offset, text, status } = data.replyStreamed;
            if (offset !== reply.text.length) {
              unsubscribe();
              return reject(new Error(`At ${reply.text.length}, the next piece is at ${offset}.`));
            }
            if (reply.status === '') onOpen();
            if (text !== '') reply.deltas.push({ at: monotonicMs(), length: text.length });
            reply.text += text;
            reply.status = status;
          },
          error: (error) => reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
          complete: () => resolve(reply),
        },
      );
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.dispose();
  }
}
