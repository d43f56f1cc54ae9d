import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { Deadlines } from './deadlines.js';
import { UpstreamError, type Usage } from '../ports.js';
import { stoppedError } from './stoppedError.js';

/** What counts as an answer. */
interface Bounds {
  model: string;
  /** In UTF-16 units. No answer we ask for comes near it; a model in a loop does. */
  maxCharacters: number;
  mayBeEmpty?: boolean;
}

type Finish = NonNullable<ChatCompletionChunk.Choice['finish_reason']>;

function assertFinished(finish: Finish | null, refused: boolean): void {
  if (refused) throw new UpstreamError('The model refused to answer.', false);
  if (finish === 'stop') return;
  if (finish === 'length')
    throw new UpstreamError('The answer of the model was cut off at its length limit.', true);
  if (finish === 'content_filter')
    throw new UpstreamError('The model provider refused this content by its rules.', false);
  throw new UpstreamError('The model ended before its answer was complete.', true);
}

/**
 * Reads a streamed completion piece by piece and vouches for its end: the SDK ends the loop *without an error* when the
 * upstream closes early or the signal aborts, so only `finish_reason: stop` counts as an end, and none does once the caller has left.
 * @param onPiece takes pieces of the text as they arrive
 * @returns what the call cost, once the answer is known to be whole
 * @throws UpstreamError when the answer is cut off, stopped, refused, empty or endless; whatever the SDK throws passes through
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
    // The SDK may still hold pieces that arrived before the caller stopped the call: nobody asked for them any more.
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
    if (length > maxCharacters) throw new UpstreamError('The answer of the model was far too long.', true);
    onPiece(piece);
  }
  // A provider that says "stop" and then keeps the connection open has still answered in full.
  const by = deadlines.stoppedBy();
  if (by === 'caller' || (finish !== 'stop' && by !== null)) throw stoppedError(by);
  assertFinished(finish, refused);
  if (length === 0 && !mayBeEmpty) throw new UpstreamError('The answer of the model was empty.', true);
  return usage;
}
