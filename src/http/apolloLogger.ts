import type { Logger } from 'pino';
import { loggableError } from '../loggableError.js';

/** Logger for Apollo, which logs whole error texts. It logs only what loggableError keeps of them. */
export function apolloLogger(log: Logger) {
  const ignore = (): void => undefined;
  const write =
    (level: 'warn' | 'error') =>
    (message?: unknown): void =>
      log[level]({ error: loggableError(new Error(String(message))) }, 'apollo message');
  return { debug: ignore, info: ignore, warn: write('warn'), error: write('error') };
}
