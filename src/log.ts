import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.js';
import { loggableError } from './loggableError.js';

/** Structured logs: JSON, or readable lines on a terminal. Tokens, prompts and answers are never logged. */
export function createLog(config: Config): Logger {
  const options = {
    level: config.logLevel,
    base: { role: config.role },
    serializers: { error: (error: unknown) => (typeof error === 'string' ? error : loggableError(error)) },
    redact: ['*.authorization', '*.idToken', '*.refreshToken', '*.accessToken'],
  };
  if (config.production || !process.stdout.isTTY) return pino(options);
  return pino(
    options,
    pretty({ sync: true, ignore: 'pid,hostname,role,reqId', translateTime: 'HH:MM:ss.l' }),
  );
}
