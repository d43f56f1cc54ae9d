/** Why the embedded database cannot start. The message explains to the user how to fix it. */
export class DatabaseStartError extends Error {
  override readonly name: string = 'DatabaseStartError';
}
