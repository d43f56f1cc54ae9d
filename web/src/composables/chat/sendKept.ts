import type { Failure } from '../../api/failure';
import { mutateWithTimeout } from '../../api/sendOnce';
import { SendMessageDocument, type SendMessageMutation } from '../../graphql/generated/SendMessage';
import type { OutboxMessage } from '../../talking/outbox';

/** A message and its reply, as the server has them. */
export type Turn = SendMessageMutation['sendMessage'];

/** Sends a message once. */
export async function sendMessage(
  personaId: string,
  { clientKey, text }: OutboxMessage,
): Promise<Turn | Failure> {
  const answer = await mutateWithTimeout(SendMessageDocument, { personaId, text, clientKey });
  return 'code' in answer ? answer : answer.sendMessage;
}
