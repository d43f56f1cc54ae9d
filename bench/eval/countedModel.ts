import { setTimeout as pause } from 'node:timers/promises';
import { costOf } from '../../src/ai/costOf.js';
import { type LanguageModel, UpstreamError, type Usage } from '../../src/ai/ports.js';

/** What a run asked of its model. */
export interface Spent {
  model: string | null;
  calls: number;
  failed: number;
  /** Null as soon as one answer came without a count. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars by list price; null where a part of it is unknown. */
  cost: number | null;
}

const ATTEMPTS = 4;
const MOST_SECONDS = 60;

const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

function add(spent: Spent, usage: Usage): void {
  spent.model = usage.model;
  spent.inputTokens = plus(spent.inputTokens, usage.inputTokens);
  spent.outputTokens = plus(spent.outputTokens, usage.outputTokens);
  spent.cost = plus(spent.cost, costOf(usage));
}

/** As a queue would: again after a while, as long as the failure may pass. A wrong key fails at once. */
async function withRetries<T>(
  call: () => Promise<T>,
  { signal, spent, takesUnfit = false }: { signal: AbortSignal; spent: Spent; takesUnfit?: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    spent.calls += 1;
    try {
      return await call();
    } catch (error) {
      spent.failed += 1;
      if (!(error instanceof UpstreamError)) throw error;
      // What an unfit answer cost is not known: the provider tells it with the answer, which was refused.
      if (error.unfit) Object.assign(spent, { inputTokens: null, outputTokens: null, cost: null });
      if (!error.retryable || attempt === ATTEMPTS || (error.unfit && takesUnfit)) throw error;
      const seconds = error.unfit ? 0 : Math.min(MOST_SECONDS, error.retryAfter ?? 2 ** attempt);
      await pause(seconds * 1000, undefined, { signal });
    }
  }
}

/**
 * The same model, counted, and patient with failures that pass; a persona of no known shape goes to its repair instead.
 * @param onCall told how many were answered, after each
 * @returns `spent` grows with the calls
 */
export function countedModel(model: LanguageModel, onCall: (answered: number) => void = () => {}) {
  const spent: Spent = { model: null, calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  let answered = 0;
  const count = (usage: Usage): void => {
    add(spent, usage);
    onCall((answered += 1));
  };
  const counted: LanguageModel = {
    writeJson: async (request) => {
      const takesUnfit = request.name === 'persona';
      const { signal } = request;
      const answer = await withRetries(() => model.writeJson(request), { signal, spent, takesUnfit });
      count(answer.usage);
      return answer;
    },
    writeText: async (request) => {
      // Told when whole: a retry would append to the piece of a reply that broke off.
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
