import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { createExecution } from './compiledExecution.js';
import type { HttpDependencies } from './dependencies.js';
import { maskError } from './errors/maskError.js';
import type { Metrics } from './metrics.js';
import { inOperationSpan } from './traceRequests.js';
import { requestScope } from './requestScope.js';
import { responsePlugin } from './responsePlugin.js';
import { createValidator, executionLimits } from './validation/createValidator.js';

/** Logger for Apollo, which logs whole error texts. It logs only what loggableError keeps of them. */
function apolloLogger(log: Logger) {
  const ignore = (): void => undefined;
  const write =
    (level: 'warn' | 'error') =>
    (message?: unknown): void =>
      log[level]({ error: new Error(String(message)) }, 'apollo message');
  return { debug: ignore, info: ignore, warn: write('warn'), error: write('error') };
}

/**
 * Creates Apollo Server for queries and mutations. Its defaults are disabled one by one: stack traces and
 * suggestions in responses, the cache of persisted queries that anyone can fill, batching, signal handlers,
 * landing page and reporting.
 */
export function createApollo(
  { config, schema, log }: HttpDependencies,
  metrics: Metrics,
): ApolloServer<Context> {
  const mask = (error: unknown): GraphQLFormattedError =>
    maskError(error, {
      log,
      requestId: requestScope.getStore()?.context.requestId ?? 'unknown',
      beforeExecution: !(error instanceof GraphQLError && error.path !== undefined),
    });
  const run = createExecution(schema);
  const isTraced = config.traces !== undefined;
  return new ApolloServer<Context>({
    // Apollo's name for an execution of one's own.
    gateway: {
      load: async () => ({
        executor: ({ document, operation, request: { operationName, variables }, context }) => {
          const execute = () => run({ document, operationName, variables, context });
          return isTraced ? inOperationSpan(operation.operation, execute) : execute();
        },
      }),
      onSchemaLoadOrUpdate(onLoad) {
        onLoad({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    nodeEnv: 'production',
    logger: apolloLogger(log),
    parseOptions: executionLimits.parse,
    // responsePlugin validates instead, with the shared rules and without Apollo's 500 when a rule throws.
    dangerouslyDisableValidation: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError: (_formatted, error) => mask(error),
    plugins: [
      responsePlugin({ validator: createValidator(schema, config.introspection), mask, metrics }),
      // It would call into every field that is resolved.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
}
