import type OpenAI from 'openai';
import { monotonicMs } from '../figures/monotonicMs.js';
import { type ReplyRequest, replyQuestion } from '../model/replyRequest.js';
import type { ReadReply } from './replyReader.js';

/**
 * Reads a reply from the model with the SDK alone, with the same request as the workers.
 * @param onText called with each token
 */
export async function readBySdk(
  client: OpenAI,
  request: ReplyRequest,
  onText: (text: string) => void = () => undefined,
): Promise<ReadReply> {
  const reply: ReadReply = { text: '', status: 'STREAMING', deltas: [] };
  const chunks = await client.chat.completions.create({
    model: 'paced',
    messages: [{ role: 'user', content: replyQuestion(request) }],
    stream: true,
    stream_options: { include_usage: true },
  });
  for await (const { choices } of chunks) {
    const text = choices[0]?.delta.content ?? '';
    if (text !== '') {
      reply.deltas.push({ at: monotonicMs(), length: text.length });
      onText(text);
    }
    reply.text += text;
    if (choices[0]?.finish_reason === 'stop') reply.status = 'COMPLETE';
  }
  return reply;
}
