import { setTimeout as pause } from 'node:timers/promises';
import { costOf } from '../../src/ai/costOf.js';
import { type LanguageModel, UpstreamError, type Usage } from '../../src/ai/ports.js';

/** A run's model usage. */
export interface ModelUsage {
  model: string | null;
  calls: number;
  failed: number;
  /** Null once an answer arrived without a token count. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars at list price; null if part of it is unknown. */
  cost: number | null;
}

const ATTEMPTS = 4;
const MOST_SECONDS = 60;

const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

function add(spent: ModelUsage, usage: Usage): void {
  spent.model = usage.model;
  spent.inputTokens = plus(spent.inputTokens, usage.inputTokens);
  spent.outputTokens = plus(spent.outputTokens, usage.outputTokens);
  spent.cost = plus(spent.cost, costOf(usage));
}

/**
 * Retries temporary failures after a delay, as a queue would. A permanent failure, such as a wrong key, fails
 * at once.
 */
async function withRetries<T>(
  call: () => Promise<T>,
  {
    signal,
    spent,
    acceptsMalformed = false,
  }: { signal: AbortSignal; spent: ModelUsage; acceptsMalformed?: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    spent.calls += 1;
    try {
      return await call();
    } catch (error) {
      spent.failed += 1;
      if (!(error instanceof UpstreamError)) throw error;
      // The cost of a malformed answer is unknown, because the usage comes with the answer, which was discarded.
      const isMalformed = error.kind === 'malformed';
      if (isMalformed) Object.assign(spent, { inputTokens: null, outputTokens: null, cost: null });
      if (error.isHopeless || attempt === ATTEMPTS || (isMalformed && acceptsMalformed)) throw error;
      const seconds = isMalformed ? 0 : Math.min(MOST_SECONDS, error.retryAfter ?? 2 ** attempt);
      await pause(seconds * 1000, undefined, { signal });
    }
  }
}

/**
 * Wraps a model to count its calls and to retry temporary failures. A malformed persona is not retried, because
 * it goes to repair.
 * @param onCall called after each call with the number of answered calls
 * @returns the wrapped model, and `spent`, which is updated with each call
 */
export function meteredModel(model: LanguageModel, onCall: (answered: number) => void = () => {}) {
  const spent: ModelUsage = { model: null, calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  let answered = 0;
  const count = (usage: Usage): void => {
    add(spent, usage);
    onCall((answered += 1));
  };
  const counted: LanguageModel = {
    writeJson: async (request) => {
      const acceptsMalformed = request.name === 'persona';
      const { signal } = request;
      const answer = await withRetries(() => model.writeJson(request), { signal, spent, acceptsMalformed });
      count(answer.usage);
      return answer;
    },
    writeText: async (request) => {
      // Pieces are passed on only when the reply is complete. Otherwise a retry would append to a partial
      // reply.
      let pieces: string[] = [];
      const ask = (): Promise<Usage> => {
        pieces = [];
        return model.writeText({ ...request, onPiece: (piece) => void pieces.push(piece) });
      };
      const usage = await withRetries(ask, { signal: request.signal, spent });
      for (const piece of pieces) request.onPiece(piece);
      count(usage);
      return usage;
    },
  };
  return { model: counted, spent };
}
