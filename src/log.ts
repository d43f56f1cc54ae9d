import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.js';

interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string[];
  cause?: LoggableError;
}

/** How many causes are followed at most. */
const MAX_DEPTH = 4;

/** Removes tokens and passwords, which some libraries quote in their messages. */
function redact(text: string): string {
  return text
    .replace(/eyJ[\w-]+(\.[\w-]*){0,2}/g, '[token]')
    .replace(/\b(Bearer|Basic)\s+\S+/gi, '$1 [token]')
    .replace(/\bsk-[\w-]+/g, '[key]')
    .replace(/:\/\/[^\s/@]*@/g, '://[credentials]@')
    .slice(0, 1_000);
}

const textOf = (error: Error, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
};

const causeOf = (error: Error): unknown =>
  error.cause ?? ('originalError' in error ? error.originalError : undefined);

/** Whether the chain of causes contains a database error. Errors that wrap one repeat its message. */
function isFromDatabase(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
  return 'severity' in error || 'sqlState' in error || isFromDatabase(causeOf(error), depth + 1);
}

/**
 * The parts of an error that are safe to log. A database error's message can repeat the offending row (a
 * friend's text, a survey's secret), so a chain with one keeps only names, codes, constraints and stacks.
 * Other messages are redacted.
 */
export function loggableError(
  error: unknown,
  depth = 0,
  fromDatabase = isFromDatabase(error),
): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = causeOf(error);
  return {
    name: error.name,
    ...(fromDatabase ? {} : { message: redact(error.message) }),
    code: textOf(error, 'code'),
    constraint: textOf(error, 'constraint'),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause === undefined || cause === null || depth >= MAX_DEPTH
      ? {}
      : { cause: loggableError(cause, depth + 1, fromDatabase) }),
  };
}

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
