interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string[];
  cause?: LoggableError;
}

/** How far a chain of causes is followed. */
const DEEPEST = 4;

/** Tokens and passwords that libraries like to quote in their messages. */
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

const behindOf = (error: Error): unknown =>
  error.cause ?? ('originalError' in error ? error.originalError : undefined);

/** Whether a database's error is anywhere in the chain: whatever wraps it quotes its message. */
function isFromDatabase(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST) return false;
  return 'severity' in error || 'sqlState' in error || isFromDatabase(behindOf(error), depth + 1);
}

/**
 * What of an error may enter the log. A database's message repeats the row it stumbled over (what friends wrote, a survey's
 * secret), so of a chain that has one only code, constraint and place are kept; other messages lose tokens and credentials.
 */
export function loggableError(
  error: unknown,
  depth = 0,
  fromDatabase = isFromDatabase(error),
): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error };
  const behind = behindOf(error);
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
    ...(behind === undefined || behind === null || depth >= DEEPEST
      ? {}
      : { cause: loggableError(behind, depth + 1, fromDatabase) }),
  };
}
