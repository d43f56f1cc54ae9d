/** The `code` of a system, PostgreSQL or child process error, such as 'ENOENT', '57P03' or 1. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether a thrown value is an error with one of these codes. */
export function hasCode(error: unknown, ...codes: (string | number)[]): boolean {
  return codes.some((code) => code === codeOf(error));
}
