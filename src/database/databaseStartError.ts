/**
 * Why the embedded database cannot start. The message explains the problem and the fix to the person starting
 * the program.
 */
export class DatabaseStartError extends Error {
  override readonly name: string = 'DatabaseStartError';
}
