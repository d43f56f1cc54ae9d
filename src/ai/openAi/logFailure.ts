import type { Logger } from 'pino';
import { isApiError } from './isApiError.js';

/**
 * Logs what an operator needs to find the call at the provider. The error's message and body are left out:
 * both quote prompts, and some quote keys.
 */
export function logFailure(
  log: Logger,
  call: 'text' | 'image' | 'moderation',
  model: string,
  error: unknown,
): void {
  const details = isApiError(error)
    ? { status: error.status, code: error.code, type: error.type, providerRequestId: error.requestID }
    : {};
  log.warn(
    { call, model, error: error instanceof Error ? error.name : typeof error, ...details },
    'model call failed',
  );
}
