import type { FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../errors.js';
import { maskError } from './maskError.js';
import { responseStatus } from './responseStatus.js';

/** What Fastify found wrong with a request, in words of ours: its own quote the body and its limits. */
const refusals: Record<number, string> = {
  400: 'The request cannot be read.',
  404: 'Not found.',
  405: 'This address does not know that method.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'Send application/json in UTF-8, uncompressed.',
};

function refusalStatus(error: unknown): number | undefined {
  if (error instanceof AppError || !(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' && error.statusCode in refusals ? error.statusCode : undefined;
}

/** Everything that fails outside of Apollo, in the shape of a GraphQL answer. */
export function errorReply(error: unknown, reply: FastifyReply, log: Logger): FastifyReply {
  const refused = refusalStatus(error);
  const about = { log, requestId: reply.request.id, beforeExecution: true };
  const code = refused === 404 ? 'NOT_FOUND' : 'BAD_REQUEST';
  const formatted: GraphQLFormattedError = maskError(
    refused === undefined
      ? error
      : new GraphQLError(refusals[refused] ?? '', {
          originalError: new AppError(code, refusals[refused] ?? ''),
        }),
    about,
  );
  const { status, headers } = responseStatus([formatted], undefined, refused);
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store', 'x-request-id': reply.request.id })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [formatted] }));
}
