import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context } from '../context.js';
import { responsePlugin } from './answerPlugin.js';
import { apolloLogger } from './apolloLogger.js';
import type { Metrics } from './createMetrics.js';
import { createValidator } from './createValidator.js';
import type { HttpDependencies } from './house.js';
import { maskError } from './maskError.js';
import { executionLimits } from './operationLimits.js';
import { requestScope } from './requestScope.js';

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
  return new ApolloServer<Context>({
    schema,
    nodeEnv: 'production',
    logger: apolloLogger(log),
    parseOptions: executionLimits.parse,
    executionOptions: executionLimits.execute,
    // answerPlugin validates instead, with the shared rules and without Apollo's 500 when a rule throws.
    dangerouslyDisableValidation: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError: (_formatted, error) => mask(error),
    plugins: [
      responsePlugin({ validator: createValidator(schema, config.introspection), mask, metrics }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
}
