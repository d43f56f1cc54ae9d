import type { Logger } from 'pino';
import { loggableError } from '../loggableError.js';

/** Apollo writes whole error texts into its log lines; ours keep what may be kept. */
export function apolloLogger(log: Logger) {
  const quiet = (): void => undefined;
  const say =
    (level: 'warn' | 'error') =>
    (message?: unknown): void =>
      log[level]({ error: loggableError(new Error(String(message))) }, 'apollo');
  return { debug: quiet, info: quiet, warn: say('warn'), error: say('error') };
}
