import type { Failure } from '../../api/failure';
import { sendOnce } from '../../api/sendOnce';
import { SendMessageDocument, type SendMessageMutation } from '../../graphql/generated/SendMessage';
import type { Kept } from '../../talking/outbox';

/** A message and its reply, as the server has them. */
export type Turn = SendMessageMutation['sendMessage'];

/** Sends a message once. */
export async function sendKept(personaId: string, { clientKey, text }: Kept): Promise<Turn | Failure> {
  const answer = await sendOnce(SendMessageDocument, { personaId, text, clientKey });
  return 'code' in answer ? answer : answer.sendMessage;
}
