import type { EncodedResults } from '../subscriptions/runSubscription.js';

/**
 * Sends the results of a subscription over a socket as they come, each when the one before has left. graphql-ws
 * would encode each result again for every subscriber; of the messages, only the id differs.
 * @param id chosen by the client
 * @param send resolves once the message has left
 * @returns for graphql-ws, an iterator that yields nothing and ends or fails with the subscription
 */
export function sendResults(
  results: EncodedResults,
  id: string,
  send: (message: string) => Promise<void>,
): AsyncGenerator<never, void, void> {
  const start = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    async next() {
      for (;;) {
        const { done, value } = await results.next();
        if (done) return { done, value: undefined };
        await send(`${start}${value}}`);
      }
    },
    async return() {
      await results.return();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await results.return();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await results.return()),
  };
}
