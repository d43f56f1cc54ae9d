import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import { noteOnSpan } from '../../telemetry/spans.js';
import { UpstreamError, type Usage } from '../ports.js';
import type { Deadlines } from './deadlines.js';
import { abortedCallError } from './errors.js';

/** Limits within which a completion counts as an answer. */
interface Bounds {
  /** In UTF-16 units. No answer we request comes near it, but a model in a loop does. */
  maxCharacters: number;
}

/** How a completion ended. Null: no reason to finish arrived. */
interface Ending {
  finish: string | null;
  refused: boolean;
}

function assertFinished({ finish, refused }: Ending, hasEndMarker: boolean): void {
  if (refused) throw new UpstreamError('The model refused to answer.', 'refused');
  if (finish === null && !hasEndMarker)
    throw new UpstreamError('The model ended before its answer was complete.', 'temporary', {
      about: 'outage',
    });
  const reason = finish?.toLowerCase() ?? '';
  if (['length', 'max_tokens', 'model_length'].includes(reason))
    throw new UpstreamError(
      "The model's answer was cut off at its length limit. The operator has to raise TEXT_MAX_TOKENS or CHAT_MAX_TOKENS, or to choose a model that thinks less.",
      'cut',
    );
  if (['content_filter', 'safety', 'prohibited_content', 'recitation'].includes(reason))
    throw new UpstreamError('The model provider refused this content under its policy.', 'refused');
  if (reason === 'error')
    throw new UpstreamError(
      'The model provider reported an error in the middle of its answer.',
      'temporary',
      {
        about: 'outage',
      },
    );
}

/** What the model thinks, in the fields in which vLLM, DeepSeek, Ollama and OpenRouter send it. */
function thinkingOf(part: object | null | undefined): string {
  const { reasoning_content: one, reasoning: other } = (part ?? {}) as Record<string, unknown>;
  return typeof one === 'string' ? one : typeof other === 'string' ? other : '';
}

/** The text of a content field: a string, or parts of which only those of type `text` are the answer. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return (content as { type?: unknown; text?: unknown }[])
    .map((part) => (part?.type === 'text' && typeof part.text === 'string' ? part.text : ''))
    .join('');
}

const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;

/** A completion that arrives at once. */
type WholeCompletion = Pick<ChatCompletion, 'choices' | 'usage'>;

/**
 * Reads a completion piece by piece and verifies that it ended properly. The SDK ends the loop *without an error*
 * if the upstream closes early or the signal aborts, so only a reason to finish or the stream's end marker counts
 * as an end. Once the caller has stopped the call, nothing does.
 * @param source `hasEndMarker` is asked after the last chunk
 * @param on `piece` receives pieces of the text as they arrive, `thinking` what the model thinks,
 *   `alive` is called before either
 * @param usage receives the token counts that the provider reports, also if the answer is not usable
 * @throws UpstreamError if the answer is cut off, stopped, refused or endless. Errors of the SDK pass through.
 */
export async function readCompletion(
  source: { chunks: AsyncIterable<ChatCompletionChunk> | WholeCompletion[]; hasEndMarker: () => boolean },
  deadlines: Deadlines,
  { maxCharacters }: Bounds,
  on: { piece: (piece: string) => void; thinking?: (piece: string) => void; alive?: () => void },
  usage: Usage,
): Promise<void> {
  const ending: Ending = { finish: null, refused: false };
  let length = 0;
  for await (const chunk of source.chunks) {
    if (chunk.usage) {
      usage.inputTokens = countOf(chunk.usage.prompt_tokens);
      usage.outputTokens = countOf(chunk.usage.completion_tokens);
    }
    // The SDK may still deliver pieces that arrived before the caller stopped the call. The caller no longer
    // wants them.
    if (deadlines.stoppedBy() === 'caller') break;
    deadlines.touch();
    const choice = chunk.choices?.[0];
    const part = choice !== undefined && 'message' in choice ? choice.message : choice?.delta;
    // SGLang and older Ollamas say "" until the end.
    ending.finish = choice?.finish_reason || ending.finish;
    if (part?.refusal) ending.refused = true;
    const piece = textOf(part?.content);
    const thought = thinkingOf(part);
    length += piece.length + thought.length;
    if (length > maxCharacters) throw new UpstreamError("The model's answer was far too long.", 'cut');
    if (piece !== '' || thought !== '') on.alive?.();
    if (thought !== '') on.thinking?.(thought);
    if (piece !== '') on.piece(piece);
  }
  if (ending.finish !== null && /^\w{1,32}$/.test(ending.finish))
    noteOnSpan({ 'gen_ai.response.finish_reasons': [ending.finish] });
  // A provider that sends its reason to finish and then keeps the connection open has answered in full.
  const by = deadlines.stoppedBy();
  if (by === 'caller' || (by !== null && ending.finish === null)) throw abortedCallError(by);
  assertFinished(ending, source.hasEndMarker());
}
