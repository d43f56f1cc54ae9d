import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.js';

interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string[];
  cause?: LoggableError;
  /** The first errors of an AggregateError, such as those of each address that a connection tried. */
  errors?: LoggableError[];
}

/** How many causes are followed at most. */
const MAX_DEPTH = 4;
/** How many errors of an AggregateError are logged at most. */
const MAX_ERRORS = 3;

/** Removes tokens and passwords, which some libraries quote in their messages. */
function redact(text: string): string {
  return text
    .replace(/eyJ[\w-]+(\.[\w-]*){0,2}/g, '[token]')
    .replace(/\b(Bearer|Basic)\s+\S+/gi, '$1 [token]')
    .replace(/\bsk-[\w-]+/g, '[key]')
    .replace(/:\/\/[^\s/@]*@/g, '://[credentials]@')
    .slice(0, 1_000);
}

const textOf = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
};

/** The errors that led to an error, as its class keeps them. */
function causesOf(error: object): { cause: unknown; errors: unknown[] } {
  const read = (key: string): unknown => Reflect.get(error, key);
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  if (error instanceof SuppressedError) return { cause: error.error, errors: [error.suppressed] };
  return { cause: read('cause') ?? read('originalError'), errors: errors.slice(0, MAX_ERRORS) };
}

/** Whether the chain of causes contains a database error. Errors that wrap one repeat its message. */
function isFromDatabase(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  if ('severity' in error || 'sqlState' in error) return true;
  const { cause, errors } = causesOf(error);
  return [cause, ...errors].some((inner) => isFromDatabase(inner, depth + 1));
}

/**
 * The parts of a thrown value that are safe to log. A database error's message can repeat the offending row (a
 * friend's text, a survey's secret), so a chain with one keeps only names, codes, constraints and stacks.
 * Other messages are redacted. Plain objects are read like errors, because some libraries throw them.
 */
export function loggableError(
  error: unknown,
  depth = 0,
  fromDatabase = isFromDatabase(error),
): LoggableError {
  if (typeof error !== 'object' || error === null)
    return { name: typeof error, ...(fromDatabase ? {} : { message: redact(String(error)) }) };
  const { cause, errors } = causesOf(error);
  const message: unknown = Reflect.get(error, 'message');
  const stack: unknown = Reflect.get(error, 'stack');
  const inner = (value: unknown): LoggableError => loggableError(value, depth + 1, fromDatabase);
  return {
    name: textOf(error, 'name') ?? 'object',
    ...(fromDatabase || typeof message !== 'string' ? {} : { message: redact(message) }),
    code: textOf(error, 'code'),
    constraint: textOf(error, 'constraint'),
    stack:
      typeof stack === 'string'
        ? stack
            .split('\n')
            .filter((line) => line.trim().startsWith('at '))
            .slice(0, 12)
            .map((line) => line.trim())
        : undefined,
    ...(cause === undefined || cause === null || depth >= MAX_DEPTH ? {} : { cause: inner(cause) }),
    ...(errors.length === 0 || depth >= MAX_DEPTH ? {} : { errors: errors.map(inner) }),
  };
}

/**
 * Structured logs: JSON, or readable lines on a terminal. Tokens, prompts and answers are never logged. Log an
 * error as `{ error }`, the thrown value itself: only the serializer here decides what is kept of it.
 * @param destination where JSON lines go; standard output by default
 */
export function createLog(config: Config, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: { role: config.role },
    serializers: { error: (error: unknown) => (typeof error === 'string' ? error : loggableError(error)) },
    redact: ['*.authorization', '*.idToken', '*.refreshToken', '*.accessToken'],
  };
  if (destination !== undefined) return pino(options, destination);
  if (config.production || !process.stdout.isTTY) return pino(options);
  return pino(
    options,
    pretty({ sync: true, ignore: 'pid,hostname,role,reqId', translateTime: 'HH:MM:ss.l' }),
  );
}
