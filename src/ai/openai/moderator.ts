import type OpenAI from 'openai';
import type { Logger } from 'pino';
import type { ModeratorSettings } from '../../modelSettings.js';
import { type Moderator, UpstreamError } from '../ports.js';
import { startDeadlines } from './deadlines.js';
import { isMissingEndpoint, logFailure, refusalDetails, refusalOf, toUpstreamError } from './errors.js';

/** A person waits for this answer. */
const TOTAL_MS = 15_000;

/**
 * Moderates through the provider's endpoint. A provider without one (Ollama, vLLM, Azure) is not asked again in
 * this process: the fallback judges instead.
 */
export class OpenAiModerator implements Moderator {
  #isMissing = false;

  /** @param fallback judges if the provider has no moderation endpoint */
  constructor(
    private readonly client: OpenAI,
    private readonly settings: ModeratorSettings & { totalMs?: number },
    private readonly fallback: Moderator,
    private readonly log: Logger,
  ) {}

  /** True once the provider was found to have no moderation endpoint. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  async review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    if (this.#isMissing) return this.fallback.review(text, signal);
    const { model, endpoint, totalMs = TOTAL_MS } = this.settings;
    using deadlines = startDeadlines({ signal, totalMs });
    try {
      const request = { model, input: text, ...endpoint.body };
      return verdictOf(await this.client.moderations.create(request, { signal: deadlines.signal }));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null && isMissingEndpoint(refusalDetails(refusal))) {
        this.#isMissing = true;
        this.log.warn('the model provider has no moderation endpoint: the local word list moderates');
        return this.fallback.review(text, signal);
      }
      logFailure(this.log, 'moderation', model, error);
      throw toUpstreamError(error, deadlines);
    }
  }
}

function verdictOf(answer: OpenAI.ModerationCreateResponse): { flagged: boolean; categories: string[] } {
  const results: unknown = answer?.results;
  // An answer without a verdict must not count as "not flagged": callers have to be able to fail closed.
  if (
    !Array.isArray(results) ||
    results.length === 0 ||
    answer.results.some((result) => typeof result?.flagged !== 'boolean')
  )
    throw new UpstreamError('The moderation service returned no verdict.', 'temporary');
  const categories = answer.results.flatMap((result) =>
    Object.entries(result.categories ?? {}).flatMap(([name, hit]) => (hit === true ? [name] : [])),
  );
  return { flagged: answer.results.some((result) => result.flagged), categories: [...new Set(categories)] };
}
