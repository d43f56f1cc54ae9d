import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../../client/apiClient.js';
import { SendMessageDocument } from '../../operations/generated/graphql.js';

/**
 * Sends a message as an app does that lost its connection: again, by any API, with the same clientKey, until there is an
 * answer. Whether the message had arrived before is the server's to know.
 * @returns the id of the reply
 */
export async function sendSurely(
  urls: string[],
  accessToken: string,
  personaId: string,
  text: string,
  random: () => number,
): Promise<string> {
  const clientKey = randomUUID();
  for (;;) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    try {
      const sent = { personaId, text, clientKey };
      return (await new ApiClient(url, accessToken).run(SendMessageDocument, sent)).sendMessage.reply.id;
    } catch (error) {
      // Fetch's word for a connection that broke or was refused; what an API answers is no such thing.
      if (!(error instanceof TypeError)) throw error;
      await wait(100 + random() * 300);
    }
  }
}
