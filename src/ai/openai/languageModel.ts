import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { WriterSettings } from '../../modelSettings.js';
import {
  type ChatTurn,
  type JsonRequest,
  type LanguageModel,
  type OnUsage,
  type TextRequest,
  UpstreamError,
  type Usage,
} from '../ports.js';
import { type ModelCalls, plainCalls } from '../modelCalls.js';
import { ProviderResponse, vendorOf } from './client.js';
import { type Deadlines, startDeadlines } from './deadlines.js';
import { logFailure, toUpstreamError } from './errors.js';
import { isUnfitDocument, refusalDetails, refusalOf } from './refusals.js';
import { allowedFields, type Negotiation, negotiationFor, type RequestStyle } from './negotiation.js';
import { readCompletion } from './readCompletion.js';
import { documentRequest, NOT_A_DOCUMENT, parseDocument, UnfitDocument } from './structuredOutput.js';
import { ThinkingFilter } from './thinkingFilter.js';

/**
 * In UTF-16 units, thinking included. The largest document we request is a tenth of the limit for JSON, and a
 * reply is a paragraph.
 */
const maxCharacters = { json: 256 * 1024, text: 128 * 1024 };

/** The SDK's type of a request, which providers extend. */
type CompletionRequest = ChatCompletionCreateParamsStreaming;

/** What hears of a call while it is made: the usage of each answer, and each piece that arrives. */
interface Observers {
  onUsage: OnUsage;
  onAlive: () => void;
}

const emptyAnswer = (): UpstreamError =>
  new UpstreamError(
    "The model's answer was empty. If that repeats, the operator has to choose another model.",
    'cut',
  );

/** Puts the system prompt before the first message, for chat templates without a system role. */
function mergeSystem(messages: ChatTurn[]): ChatTurn[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const [first, ...rest] = messages.filter(({ role }) => role !== 'system');
  const content = [...system, ...(first?.role === 'user' ? [first.content] : [])].join('\n\n');
  const user: ChatTurn = { role: 'user', content };
  return first === undefined || first.role === 'user' ? [user, ...rest] : [user, first, ...rest];
}

/**
 * Reads a document with or without thinking before it. One that begins at once is read as it is, because a text in
 * it may mention a marker.
 */
function documentOf<T>(text: string, schema: z.ZodType<T>): { value: T; foundStray: boolean } {
  if (text.trimStart().startsWith('{'))
    try {
      return { value: parseDocument(text, schema), foundStray: false };
    } catch (error) {
      if (!(error instanceof UnfitDocument)) throw error;
    }
  const thinking = new ThinkingFilter({ holdsBack: true });
  const answer = thinking.push(text) + thinking.end();
  if (answer.trim() === '') throw emptyAnswer();
  return { value: parseDocument(answer, schema), foundStray: thinking.foundStray };
}

/**
 * Writes through `chat.completions`, the one text API that Ollama, vLLM, llama.cpp and the large providers
 * share. What a provider refuses by name is left out from then on.
 */
export class OpenAiLanguageModel implements LanguageModel {
  readonly #negotiation: Negotiation;

  /** @param negotiation shared by all that ask the same model of the same provider @param calls makes the calls */
  constructor(
    private readonly client: OpenAI,
    private readonly settings: WriterSettings,
    private readonly log: Logger,
    negotiation = negotiationFor(settings),
    private readonly calls: ModelCalls = plainCalls,
  ) {
    this.#negotiation = negotiation;
  }

  /**
   * Asks a second time if the first answer does not fit, with the schema in the prompt and the fields that
   * failed.
   */
  writeJson<T>(request: JsonRequest<T>): Promise<{ value: T; usage: Usage }> {
    return this.calls.make({ name: 'chat', output: 'json' }, request.onUsage, (onUsage, onAlive) =>
      this.#writeJson({ ...request, onUsage, onAlive }),
    );
  }

  async #writeJson<T>(request: JsonRequest<T> & Observers): Promise<{ value: T; usage: Usage }> {
    using deadlines = this.#clocks(request.signal);
    try {
      try {
        return await this.#document(request, [], deadlines);
      } catch (error) {
        const refusal = refusalOf(error);
        const isUnfit = refusal !== null && isUnfitDocument(refusalDetails(refusal));
        if (!(error instanceof UnfitDocument || isUnfit) || request.isLastTry) throw error;
        const fields = error instanceof UnfitDocument ? error.fields : [NOT_A_DOCUMENT];
        this.log.info({ name: request.name, fields }, 'asking the model for the document again');
        return await this.#document(request, fields, deadlines);
      }
    } catch (error) {
      throw this.#failure(error, deadlines);
    }
  }

  writeText(request: TextRequest): Promise<Usage> {
    return this.calls.make({ name: 'chat', output: 'text' }, request.onUsage, (onUsage, onAlive) =>
      this.#writeText({ ...request, onUsage, onAlive }),
    );
  }

  async #writeText(request: TextRequest & Observers): Promise<Usage> {
    const { messages, mayBeEmpty = false, onPiece } = request;
    using deadlines = this.#clocks(request.signal);
    // Before a model has shown that it does not think without an opening marker, its answer is passed on as a whole.
    const holdsBack = this.#negotiation.thinksAloud ?? this.#mayThinkAloud;
    const thinking = new ThinkingFilter({ holdsBack });
    let isEmpty = true;
    const pass = (text: string): void => {
      if (text === '') return;
      isEmpty = false;
      onPiece(text);
    };
    try {
      const usage = await this.#ask(
        request,
        (style) => ({ messages: style.mergesSystem ? mergeSystem(messages) : messages }),
        deadlines,
        maxCharacters.text,
        { piece: (piece) => pass(thinking.push(piece)) },
      );
      const rest = thinking.end();
      // Another call may have learned something since this one began.
      if (this.#mayThinkAloud)
        this.#negotiation.thinksAloud = thinking.foundStray || this.#negotiation.thinksAloud === true;
      pass(rest);
      if (isEmpty && !mayBeEmpty) throw emptyAnswer();
      return usage;
    } catch (error) {
      throw this.#failure(error, deadlines);
    }
  }

  /** Only an unknown model behind a foreign server may think without an opening marker. */
  get #mayThinkAloud(): boolean {
    return this.settings.thinksAloud === null && vendorOf(this.settings.endpoint.baseUrl) === null;
  }

  #clocks(signal: AbortSignal): Deadlines {
    const { firstMs, idleMs, totalMs } = this.settings;
    return startDeadlines({ signal, firstMs, idleMs, totalMs });
  }

  #failure(error: unknown, deadlines: Deadlines): unknown {
    // If the caller stopped the call, nothing failed.
    if (deadlines.stoppedBy() !== 'caller') logFailure(this.log, 'text', this.settings.model, error);
    return toUpstreamError(error, deadlines);
  }

  /** @param problems what was wrong with the previous answer, field by field */
  async #document<T>(request: JsonRequest<T> & Observers, problems: string[], deadlines: Deadlines) {
    let text = '';
    let thoughts = '';
    const isSecondTry = problems.length > 0;
    const isSpelledOut = isSecondTry || this.#negotiation.countDocument();
    const usage = await this.#ask(
      request,
      (style) => {
        // Each way of asking starts a new answer.
        text = thoughts = '';
        const { system, ...format } = documentRequest(request, { format: style.format, isSpelledOut });
        const user = isSecondTry
          ? `${request.user}\n\nYour previous answer did not have this shape:\n- ${problems.join('\n- ')}`
          : request.user;
        const messages: ChatTurn[] = [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ];
        return { messages: style.mergesSystem ? mergeSystem(messages) : messages, ...format };
      },
      deadlines,
      maxCharacters.json,
      {
        piece: (piece) => (text += piece),
        thinking: (piece) => (thoughts += piece),
      },
    );
    // vLLM's parser takes a document for thinking if the schema left the model no room to think.
    if (text.trim() === '' && thoughts.trimStart().startsWith('{')) text = thoughts;
    if (text.trim() === '') throw emptyAnswer();
    const { value, foundStray } = documentOf(text, request.schema);
    // A document proves nothing if there is no thinking in it: a schema that is enforced leaves no room for any.
    if (foundStray && this.#mayThinkAloud) this.#negotiation.thinksAloud = true;
    if (isSecondTry) this.#negotiation.noteSpelledOut();
    return { value, usage };
  }

  /** Sends a request in the style that the provider is known to accept, and in others after refusals. */
  async #ask(
    { onUsage, onAlive }: Observers,
    content: (style: RequestStyle) => Pick<CompletionRequest, 'messages' | 'response_format'>,
    deadlines: Deadlines,
    maxLength: number,
    on: Parameters<typeof readCompletion>[3],
  ): Promise<Usage> {
    const { model, endpoint, reasoningEffort, maxTokens, isStreaming } = this.settings;
    const call = this.#negotiation.begin();
    for (;;) {
      const { style } = call;
      const { messages, ...format } = content(style);
      const fields = allowedFields(style, {
        ...format,
        reasoning_effort: reasoningEffort as CompletionRequest['reasoning_effort'],
        [style.tokenCap]: maxTokens,
        ...(isStreaming ? { stream: true as const, stream_options: { include_usage: true } } : {}),
      });
      const request = { model, messages, ...fields, ...endpoint.body } as CompletionRequest;
      try {
        const source = await this.#send(request, deadlines);
        if (call.remember()) this.#logStyle(style);
        const usage: Usage = { model, inputTokens: null, outputTokens: null };
        await readCompletion(
          source,
          deadlines,
          { maxCharacters: maxLength },
          { ...on, alive: onAlive },
          usage,
        ).finally(() => onUsage?.(usage));
        return usage;
      } catch (error) {
        if (deadlines.stoppedBy() !== null || !call.changeAfter(error, fields)) throw error;
      }
    }
  }

  async #send(request: CompletionRequest, { signal }: Deadlines) {
    const { data, response } = await this.client.chat.completions.create(request, { signal }).withResponse();
    const hasEndMarker = (): boolean => !(response instanceof ProviderResponse) || response.hasEndMarker;
    // With `stream` left out, the SDK returns a whole completion. Its type does not say so.
    return { chunks: request.stream ? data : [data as unknown as OpenAI.ChatCompletion], hasEndMarker };
  }

  #logStyle({ format, dropped, mergesSystem, tokenCap }: RequestStyle): void {
    const details = { model: this.settings.model, format, dropped: [...dropped], mergesSystem, tokenCap };
    this.log.info(details, 'the model provider is asked in another way from now on');
  }
}
