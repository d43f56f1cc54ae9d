import type OpenAI from 'openai';
import type { Logger } from 'pino';
import type { ModeratorSettings } from '../../modelSettings.js';
import { type ModelCalls, plainCalls } from '../modelCalls.js';
import { type Moderator, UpstreamError } from '../ports.js';
import { vendorOf } from './client.js';
import { startDeadlines } from './deadlines.js';
import { logFailure, toUpstreamError } from './errors.js';
import { isMissingEndpoint, refusalDetails, refusalOf } from './refusals.js';

/** A person waits for this answer. */
const TOTAL_MS = 15_000;

/** How long a provider without the endpoint is not asked. A gateway may answer 404 while it restarts. */
const ASK_AGAIN_AFTER_MS = 10 * 60_000;

/**
 * Moderates through the provider's endpoint. Where the provider has none (Ollama, vLLM, Azure), the fallback judges.
 * OpenAI has one, so a 404 from OpenAI is a failure.
 */
export class OpenAiModerator implements Moderator {
  #isMissing = false;
  #askAgainAt = 0;

  /** @param fallback judges if the provider has no moderation endpoint */
  constructor(
    private readonly client: OpenAI,
    private readonly settings: ModeratorSettings & { totalMs?: number },
    private readonly fallback: Moderator,
    private readonly log: Logger,
    private readonly calls: ModelCalls = plainCalls,
  ) {}

  /** Whether the provider had no moderation endpoint when it was last asked, so that the fallback judges. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  async review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    if (performance.now() < this.#askAgainAt) return this.fallback.review(text, signal);
    return this.calls.make({ name: 'moderate' }, undefined, () => this.#ask(text, signal));
  }

  async #ask(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    const { model, endpoint, totalMs = TOTAL_MS } = this.settings;
    using deadlines = startDeadlines({ signal, totalMs });
    try {
      const request = { model, input: text, ...endpoint.body };
      const answer = await this.client.moderations.create(request, { signal: deadlines.signal });
      this.#isMissing = false;
      return verdictOf(answer);
    } catch (error) {
      const refusal = refusalOf(error);
      const isOpenAi = vendorOf(endpoint.baseUrl) === 'openai';
      if (!isOpenAi && refusal !== null && isMissingEndpoint(refusalDetails(refusal))) {
        this.#isMissing = true;
        this.#askAgainAt = performance.now() + ASK_AGAIN_AFTER_MS;
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
