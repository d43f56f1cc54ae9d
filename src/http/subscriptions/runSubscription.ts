import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../../context.js';
import { maskError } from '../errors/maskError.js';

/** The results of a subscription as JSON. */
export interface EncodedResults {
  next(): Promise<IteratorResult<string, undefined>>;
  /** Ends the subscription, also while next() waits. */
  return(): Promise<IteratorResult<string, undefined>>;
  [Symbol.asyncIterator](): EncodedResults;
}

export type SubscriptionArgs = ExecutionArgs & { contextValue: Context };

/**
 * Creates the function that runs subscriptions. Events are executed and encoded once for all subscribers of a
 * viewer that follow the same object with the same document and variables: their sources give them the very
 * same object (see pubsub/follow), and what is made of it is kept as long as it is.
 */
export function createSubscriptionRunner(log: Logger) {
  const encodedOf = new WeakMap<object, Map<string, Promise<string>>>();
  const numbers = new WeakMap<DocumentNode, number>();
  let documents = 0;

  /** What the result for an object depends on. No field of a subscription depends on anything else of the context. */
  function viewOf({ document, operationName, variableValues, contextValue }: SubscriptionArgs): string {
    const number = numbers.get(document) ?? (documents += 1);
    numbers.set(document, number);
    return JSON.stringify([
      number,
      operationName,
      variableValues,
      contextValue.viewer?.userId,
      contextValue.origin,
    ]);
  }

  function encode(event: unknown, view: string, run: () => Promise<string>): Promise<string> {
    if (typeof event !== 'object' || event === null) return run();
    const views = encodedOf.get(event) ?? new Map<string, Promise<string>>();
    encodedOf.set(event, views);
    const encoded = views.get(view) ?? run();
    views.set(view, encoded);
    return encoded;
  }

  /**
   * Starts a subscription.
   * @returns its results, with masked errors; or unmasked errors if it cannot start
   */
  return async (args: SubscriptionArgs): Promise<EncodedResults | ExecutionResult> => {
    const source = await createSource(args);
    if (!(Symbol.asyncIterator in source)) return source;
    const events = source[Symbol.asyncIterator]();
    const view = viewOf(args);
    const { requestId } = args.contextValue;
    const run = async (rootValue: unknown): Promise<string> => {
      const { errors, ...result } = await execute({ ...args, rootValue });
      if (errors === undefined) return JSON.stringify(result);
      const mask = (error: GraphQLError): GraphQLFormattedError =>
        maskError(error, { log, requestId, beforeExecution: false });
      return JSON.stringify({ ...result, errors: errors.map(mask) });
    };
    const results: EncodedResults = {
      async next() {
        const event: IteratorResult<unknown> = await events.next();
        if (event.done === true) return { done: true, value: undefined };
        const { value } = event;
        try {
          return { done: false, value: await encode(value, view, () => run(value)) };
        } catch (error) {
          await events.return?.();
          throw error;
        }
      },
      async return() {
        await events.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => results,
    };
    return results;
  };
}

/** Returns the error that graphql-js throws when @skip leaves a subscription without a field. */
async function createSource(args: ExecutionArgs): Promise<AsyncIterable<unknown> | ExecutionResult> {
  try {
    return await createSourceEventStream(args);
  } catch (error) {
    return { errors: [new GraphQLError('', { originalError: error instanceof Error ? error : undefined })] };
  }
}
