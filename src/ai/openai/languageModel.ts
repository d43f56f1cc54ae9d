import type OpenAI from 'openai';
import type { Logger } from 'pino';
import type { ChatTurn, JsonRequest, LanguageModel, TextRequest, Usage } from '../ports.js';
import { type Deadlines, startDeadlines } from './deadlines.js';
import { isApiError, logFailure, toUpstreamError } from './errors.js';
import { readCompletionStream } from './readCompletionStream.js';
import { parseJsonAnswer, responseFormat, responseFormats } from './structuredOutput.js';

const refusesFormat = (error: unknown): boolean =>
  isApiError(error) &&
  (error.status === 400 || error.status === 422) &&
  /response_format|json_schema|json_object/.test(`${error.param ?? ''} ${error.message}`);

/**
 * In UTF-16 units. The largest document we request is a tenth of the limit for JSON, and a reply is a
 * paragraph.
 */
const maxCharacters = { json: 256 * 1024, text: 64 * 1024 };
const clocks = { idleMs: 30_000, totalMs: 120_000 };

type Format = Omit<ReturnType<typeof responseFormat>, 'system'>;

/**
 * Writes through `chat.completions`, the one text API that Ollama, vLLM, llama.cpp and the large providers
 * share.
 */
export class OpenAiLanguageModel implements LanguageModel {
  readonly #client: OpenAI;
  readonly #options: { model: string; log: Logger; idleMs?: number; totalMs?: number };
  /**
   * Index of the response format that this provider accepts. Learned from its first refusal and kept for the
   * life of the process.
   */
  #format = 0;

  /** @param options `idleMs` (30 s) between two chunks, `totalMs` (120 s) for the whole answer */
  constructor(client: OpenAI, options: { model: string; log: Logger; idleMs?: number; totalMs?: number }) {
    this.#client = client;
    this.#options = options;
  }

  async writeJson<T>(request: JsonRequest<T>): Promise<{ value: T; usage: Usage }> {
    const { model, log, idleMs = clocks.idleMs, totalMs = clocks.totalMs } = this.#options;
    using deadlines = startDeadlines({ signal: request.signal, idleMs, totalMs });
    for (let format = this.#format; ; format += 1) {
      try {
        const answer = await this.#complete(request, format, deadlines);
        this.#format = Math.max(this.#format, format);
        return answer;
      } catch (error) {
        if (refusesFormat(error) && format + 1 < responseFormats.length) continue;
        logFailure(log, 'text', model, error);
        throw toUpstreamError(error, deadlines);
      }
    }
  }

  async writeText({ messages, signal, mayBeEmpty, onPiece }: TextRequest): Promise<Usage> {
    const { model, log, idleMs = clocks.idleMs, totalMs = clocks.totalMs } = this.#options;
    using deadlines = startDeadlines({ signal, idleMs, totalMs });
    try {
      const chunks = await this.#ask(messages, {}, deadlines);
      const bounds = { model, maxCharacters: maxCharacters.text, mayBeEmpty };
      return await readCompletionStream(chunks, deadlines, bounds, onPiece);
    } catch (error) {
      // The caller stopped the call, so nothing failed.
      if (deadlines.stoppedBy() !== 'caller') logFailure(log, 'text', model, error);
      throw toUpstreamError(error, deadlines);
    }
  }

  async #complete<T>(request: JsonRequest<T>, format: number, deadlines: Deadlines) {
    const { model } = this.#options;
    const { system, ...formatOptions } = responseFormat(request, responseFormats[format] ?? 'none');
    const messages: ChatTurn[] = [
      { role: 'system', content: system },
      { role: 'user', content: request.user },
    ];
    const chunks = await this.#ask(messages, formatOptions, deadlines);
    const bounds = { model, maxCharacters: maxCharacters.json };
    let text = '';
    const usage = await readCompletionStream(chunks, deadlines, bounds, (piece) => (text += piece));
    return { value: parseJsonAnswer(text, request.schema), usage };
  }

  #ask(messages: ChatTurn[], format: Format, deadlines: Deadlines) {
    return this.#client.chat.completions.create(
      {
        model: this.#options.model,
        messages,
        stream: true,
        stream_options: { include_usage: true },
        ...format,
      },
      { signal: deadlines.signal },
    );
  }
}
