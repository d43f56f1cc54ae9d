import type OpenAI from 'openai';
import type { Logger } from 'pino';
import { type Moderator, UpstreamError } from '../ports.js';
import { startDeadlines } from './deadlines.js';
import { logFailure, toUpstreamError } from './errors.js';

/** Moderates through the provider's endpoint. Providers without one (Ollama, vLLM) need MODERATION=local. */
export class OpenAiModerator implements Moderator {
  readonly #client: OpenAI;
  readonly #options: { model: string; log: Logger; totalMs?: number };

  /** @param options `totalMs` (15 s): a person waits for this answer */
  constructor(client: OpenAI, options: { model: string; log: Logger; totalMs?: number }) {
    this.#client = client;
    this.#options = options;
  }

  async review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    const { model, log, totalMs = 15_000 } = this.#options;
    using deadlines = startDeadlines({ signal, totalMs });
    try {
      const answer = await this.#client.moderations.create(
        { model, input: text },
        { signal: deadlines.signal },
      );
      const results: unknown = answer?.results;
      // An answer without a verdict must not count as "not flagged": callers have to be able to fail closed.
      if (
        !Array.isArray(results) ||
        results.length === 0 ||
        answer.results.some((result) => typeof result.flagged !== 'boolean')
      )
        throw new UpstreamError('The moderation service returned no verdict.', true);
      const categories = answer.results.flatMap((result) =>
        Object.entries(result.categories ?? {}).flatMap(([name, hit]) => (hit === true ? [name] : [])),
      );
      return {
        flagged: answer.results.some((result) => result.flagged),
        categories: [...new Set(categories)],
      };
    } catch (error) {
      logFailure(log, 'moderation', model, error);
      throw toUpstreamError(error, deadlines);
    }
  }
}
