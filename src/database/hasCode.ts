/** Whether something thrown is an error of the system or of PostgreSQL with one of these codes, such as ENOENT or 57P03. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
