import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ReplyStreamedDocument, type ReplyStreamedSubscription } from '../../operations/generated/graphql.js';
import { monotonicMs } from '../figures/monotonicMs.js';

/** A reply as a reader received it. Times by monotonicMs(). */
export interface ReadReply {
  text: string;
  status: string;
  /** The events with text: arrival time and length in UTF-16 units. */
  deltas: { at: number; length: number }[];
}

const query = print(ReplyStreamedDocument);

/**
 * Size of a server's frame, which has no mask: a header of two bytes, four from 126 bytes on, ten from 64 KiB
 * on.
 */
const frameBytes = (payload: number): number => payload + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

/** Reads up to 20 replies at a time over one WebSocket. */
export class ReplyReader implements AsyncDisposable {
  /** Bytes of all messages from the server, including frame headers. */
  received = 0;
  readonly #client: Client;
  #ids = 0;

  /** @param options.ids `short`: as in our own clients; `uuid`: the default of graphql-ws */
  constructor(url: string, accessToken: string, options: { ids: 'short' | 'uuid' }) {
    const count = (bytes: number): void => void (this.received += frameBytes(bytes));
    class CountingSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols);
        this.on('message', (data: Buffer) => count(data.length));
      }
    }
    this.#client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: CountingSocket,
      connectionParams: { authorization: `Bearer ${accessToken}` },
      lazy: false,
      onNonLazyError: () => undefined, // The subscriptions end with the same error.
      retryAttempts: 0,
      ...(options.ids === 'short' ? { generateID: () => String((this.#ids += 1)) } : {}),
    });
  }

  /**
   * Reads a reply to its end.
   * @param onOpen called with the first event, after which nothing can be missed
   * @throws Error if events leave a gap, or if the subscription ends with an error
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
