import {
  context,
  type Context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { ExecutionResult } from 'graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failSpan, inSpan, tracer } from '../telemetry/spans.js';
import { requestScope } from './requestScope.js';

/** Asked by machines every few seconds. */
const unwatched = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Gives each request that reaches a route a span. Anyone can send a `traceparent`, so it never decides whether a trace is
 * sampled and never joins one: the request begins a trace of its own, with a link to the caller's.
 */
export function traceRequests(app: FastifyInstance): void {
  const contexts = new WeakMap<FastifyRequest, Context>();
  app.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url ?? 'unmatched';
    if (unwatched.has(route)) return;
    const caller = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, request.headers));
    const span = tracer().startSpan(
      `${request.method} ${route}`,
      {
        kind: SpanKind.SERVER,
        links: caller === undefined ? [] : [{ context: caller }],
        attributes: {
          'http.request.method': request.method,
          'http.route': route,
          'mirai.request.id': request.id,
        },
      },
      ROOT_CONTEXT,
    );
    contexts.set(request, trace.setSpan(ROOT_CONTEXT, span));
  });
  // The body arrives by events, which come from outside: only what follows it stays in the span's context.
  app.addHook('preValidation', (request, _reply, done) => {
    const own = contexts.get(request);
    if (own === undefined) done();
    else context.with(own, done);
  });
  app.addHook('onResponse', async (request, { statusCode }) => {
    const own = contexts.get(request);
    const span = own && trace.getSpan(own);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500)
      span?.setAttribute('error.type', String(statusCode)).setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

/** Runs an operation in a span with the name of its root field, which comes from the schema. */
export function inOperationSpan(type: string, run: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  const field = requestScope.getStore()?.rootField ?? 'none';
  const attributes = { 'graphql.operation.type': type, 'mirai.graphql.field': field };
  return inSpan(`${type} ${field}`, { attributes }, async (span) => {
    const result = await run();
    const [error] = result.errors ?? [];
    if (error !== undefined) failSpan(span, error.originalError ?? error);
    return result;
  });
}
