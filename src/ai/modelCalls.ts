import type { Logger } from 'pino';
import { inSpan } from '../telemetry/spans.js';
import type { ModelRole, WorkMetrics } from '../telemetry/workMetrics.js';
import { Breaker, type Cooling } from './breaker.js';
import { type OnUsage, UpstreamError, type Usage } from './ports.js';

/** What a call asks for, in the words of OpenTelemetry's conventions for generative AI, where they have one. */
export interface Operation {
  name: 'chat' | 'generate_content' | 'moderate';
  output?: 'text' | 'json' | 'image';
}

/** Makes one call. `onAlive` may be called with every piece of an answer. */
type Run<T> = (onUsage: OnUsage, onAlive: () => void) => Promise<T>;

/** Makes the calls of a role. */
export interface ModelCalls {
  /**
   * @param onUsage receives the usage of each answer
   * @param run makes the call, passes the usage of each answer on, and may say when an answer begins. It throws
   *   UpstreamErrors
   */
  make<T>(operation: Operation, onUsage: OnUsage | undefined, run: Run<T>): Promise<T>;
}

/** Makes calls without watching them. */
export const plainCalls: ModelCalls = {
  make: (_operation, onUsage, run) =>
    run(
      async (usage) => onUsage?.(usage),
      () => undefined,
    ),
};

const outcomeOf = (error: unknown): string => {
  if (!(error instanceof UpstreamError)) return 'bug';
  return error.isStopped ? 'stopped' : error.kind;
};

/**
 * The calls of a role to its provider: each is counted with its tokens and cost, has a span without any text of it, and is
 * withheld while the provider fails.
 */
export class WatchedCalls implements ModelCalls {
  readonly #breaker: Breaker;

  constructor(
    private readonly role: ModelRole,
    private readonly provider: { model: string; name: string; address: string | undefined },
    private readonly to: {
      metrics: WorkMetrics;
      costOf: (usage: Usage) => number | null;
      cooling: Cooling;
      log: Logger;
    },
  ) {
    this.#breaker = new Breaker(to.cooling, (isOpen) => this.#note(isOpen));
    to.metrics.showBreaker(role, () => this.isFailing);
  }

  /** Whether calls are withheld. */
  get isFailing(): boolean {
    return this.#breaker.isOpen;
  }

  async make<T>(operation: Operation, onUsage: OnUsage | undefined, run: Run<T>): Promise<T> {
    let isMade = false;
    const call = (onAlive: () => void): Promise<T> => {
      isMade = true;
      return this.#call(operation, onUsage, (noteUsage) => run(noteUsage, onAlive));
    };
    try {
      // Text that was passed on cannot be taken back.
      return await this.#breaker.run(call, operation.output !== 'text');
    } catch (error) {
      if (!isMade) this.to.metrics.observeCall(this.role, 'withheld', 0);
      throw error;
    }
  }

  #call<T>(
    { name, output }: Operation,
    onUsage: OnUsage | undefined,
    run: (onUsage: OnUsage) => Promise<T>,
  ): Promise<T> {
    const { model, name: provider, address } = this.provider;
    const attributes = {
      'gen_ai.operation.name': name,
      'gen_ai.provider.name': provider,
      'gen_ai.request.model': model,
      'gen_ai.output.type': output,
      'server.address': address,
      'mirai.model.role': this.role,
    };
    const began = performance.now();
    return inSpan(`${name} ${model}`, { kind: 'CLIENT', attributes }, async (span) => {
      const observe = (outcome: string): void => {
        this.to.metrics.observeCall(this.role, outcome, (performance.now() - began) / 1_000);
        span.setAttribute('mirai.model.outcome', outcome);
      };
      const used: Usage = { model, inputTokens: null, outputTokens: null };
      const noteUsage: OnUsage = async (usage) => {
        this.to.metrics.countAnswer(this.role, usage, this.to.costOf(usage));
        // A document that is asked for twice is one call with the tokens of both.
        for (const count of ['inputTokens', 'outputTokens'] as const)
          if (usage[count] !== null) used[count] = (used[count] ?? 0) + usage[count];
        span.setAttributes({
          'gen_ai.usage.input_tokens': used.inputTokens ?? undefined,
          'gen_ai.usage.output_tokens': used.outputTokens ?? undefined,
        });
        await onUsage?.(usage);
      };
      try {
        const result = await run(noteUsage);
        observe('done');
        return result;
      } catch (error) {
        observe(outcomeOf(error));
        throw error;
      }
    });
  }

  #note(isOpen: boolean): void {
    const { log } = this.to;
    const details = { role: this.role, model: this.provider.model };
    if (isOpen) log.warn(details, 'the model provider fails: calls wait until it answers');
    else log.info(details, 'the model provider answers again');
  }
}
