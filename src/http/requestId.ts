import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const HARMLESS = /^[A-Za-z0-9_-]{8,64}$/;

/** The id a proxy gave the request, or a new one. A given id ends up in logs, so it is taken in one strict form only. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && HARMLESS.test(given) ? given : randomUUID();
}
