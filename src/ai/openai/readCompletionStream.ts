import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { UpstreamError, type Usage } from '../ports.js';
import type { Deadlines } from './deadlines.js';
import { abortedCallError } from './errors.js';

/** Limits within which a completion counts as an answer. */
interface Bounds {
  model: string;
  /** In UTF-16 units. No answer we request comes near it, but a model in a loop does. */
  maxCharacters: number;
  mayBeEmpty?: boolean;
}

type Finish = NonNullable<ChatCompletionChunk.Choice['finish_reason']>;

function assertFinished(finish: Finish | null, refused: boolean): void {
  if (refused) throw new UpstreamError('The model refused to answer.', false);
  if (finish === 'stop') return;
  if (finish === 'length')
    throw new UpstreamError("The model's answer was cut off at its length limit.", true);
  if (finish === 'content_filter')
    throw new UpstreamError('The model provider refused this content under its policy.', false);
  throw new UpstreamError('The model ended before its answer was complete.', true);
}

/**
 * Reads a streamed completion piece by piece and verifies that it ended properly. The SDK ends the loop
 * *without an error* if the upstream closes early or the signal aborts, so only `finish_reason: stop` counts
 * as an end. Once the caller has stopped the call, nothing does.
 * @param onPiece receives pieces of the text as they arrive
 * @returns the usage of the call, once the answer is known to be complete
 * @throws UpstreamError if the answer is cut off, stopped, refused, empty or endless. Errors of the SDK
 *   pass through.
 */
export async function readCompletionStream(
  chunks: AsyncIterable<ChatCompletionChunk>,
  deadlines: Deadlines,
  { model, maxCharacters, mayBeEmpty = false }: Bounds,
  onPiece: (piece: string) => void,
): Promise<Usage> {
  let finish: Finish | null = null;
  let refused = false;
  let length = 0;
  const usage: Usage = { model, inputTokens: null, outputTokens: null };
  for await (const chunk of chunks) {
    // The SDK may still deliver pieces that arrived before the caller stopped the call. The caller no longer
    // wants them.
    if (deadlines.stoppedBy() === 'caller') break;
    deadlines.touch();
    const choice = chunk.choices?.[0];
    finish = choice?.finish_reason ?? finish;
    if (choice?.delta?.refusal) refused = true;
    if (chunk.usage) {
      usage.inputTokens = chunk.usage.prompt_tokens;
      usage.outputTokens = chunk.usage.completion_tokens;
    }
    const piece = choice?.delta?.content;
    if (!piece) continue;
    length += piece.length;
    if (length > maxCharacters) throw new UpstreamError("The model's answer was far too long.", true);
    onPiece(piece);
  }
  // A provider that sends "stop" and then keeps the connection open has answered in full.
  const by = deadlines.stoppedBy();
  if (by === 'caller' || (finish !== 'stop' && by !== null)) throw abortedCallError(by);
  assertFinished(finish, refused);
  if (length === 0 && !mayBeEmpty) throw new UpstreamError("The model's answer was empty.", true);
  return usage;
}
