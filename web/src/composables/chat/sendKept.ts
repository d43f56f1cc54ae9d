import { client } from '../../api/client';
import { type Failure, failureOf } from '../../api/failure';
import { SendMessageDocument, type SendMessageMutation } from '../../graphql/generated/SendMessage';
import type { Kept } from '../../talking/outbox';

/** Longer than the server takes to judge a message. What comes later counts once all the same, by its key. */
const ANSWER_WITHIN_MS = 20_000;

/** A question and its reply, as the server has them. */
export type Turn = SendMessageMutation['sendMessage'];

/** Sends a message once. A network that swallows it is as good as none. */
export async function sendKept(personaId: string, { clientKey, text }: Kept): Promise<Turn | Failure> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve({ code: 'OFFLINE' }), ANSWER_WITHIN_MS);
  });
  const sent = client.mutation(SendMessageDocument, { personaId, text, clientKey }).toPromise();
  const answered = sent.then(({ data, error }) => data?.sendMessage ?? failureOf(error));
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
