/** The `code` of a system, PostgreSQL or child process error, such as 'ENOENT', '57P03' or 1; undefined for anything without one. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether something thrown is an error with one of these codes. */
export function hasCode(error: unknown, ...codes: (string | number)[]): boolean {
  return codes.some((code) => code === codeOf(error));
}
