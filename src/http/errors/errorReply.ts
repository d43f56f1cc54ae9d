import type { FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AppError } from '../../errors.js';
import { maskError } from './maskError.js';
import { responseStatus } from './responseStatus.js';

/** A request rejected by its HTTP status before a route handles it. sendErrorReply adds the message. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  constructor(readonly statusCode: 400 | 403 | 404 | 405 | 406 | 415) {
    super(`refused with ${statusCode}`);
  }
}

/** Messages for errors that Fastify finds in a request. Its own messages quote the body and the limits. */
const refusals: Record<number, string> = {
  400: 'The request is malformed.',
  403: 'Pages of other origins may not do this.',
  404: 'Not found.',
  405: 'Method not allowed.',
  406: 'No accepted content type or encoding is available.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'Send application/json in UTF-8, uncompressed.',
};

function refusalStatus(error: unknown): number | undefined {
  if (error instanceof AppError || !(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' && error.statusCode in refusals ? error.statusCode : undefined;
}

/** Answers errors raised outside Apollo in the shape of a GraphQL response. */
export function sendErrorReply(error: unknown, reply: FastifyReply, log: Logger): FastifyReply {
  const refused = refusalStatus(error);
  const maskOptions = { log, requestId: reply.request.id, beforeExecution: true };
  const code = refused === 404 ? 'NOT_FOUND' : refused === 403 ? 'FORBIDDEN' : 'BAD_REQUEST';
  const formatted: GraphQLFormattedError = maskError(
    refused === undefined
      ? error
      : new GraphQLError(refusals[refused] ?? '', {
          originalError: new AppError(code, refusals[refused] ?? ''),
        }),
    maskOptions,
  );
  const { status, headers } = responseStatus([formatted], undefined, refused);
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store', 'x-request-id': reply.request.id })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [formatted] }));
}
