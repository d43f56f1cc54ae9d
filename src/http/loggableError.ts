interface LoggableError {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string[];
  cause?: LoggableError;
}

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

/**
 * What of an error may enter the log. A database's message repeats the values it stumbled over (what friends wrote), so of
 * those only code, constraint and place are kept; other messages lose tokens and credentials.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error };
  const fromDatabase = 'severity' in error || 'sqlState' in error;
  const behind = error.cause ?? ('originalError' in error ? error.originalError : undefined);
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
    ...(behind === undefined || behind === null || depth >= 4
      ? {}
      : { cause: loggableError(behind, depth + 1) }),
  };
}
