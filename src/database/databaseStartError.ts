/** Why the embedded database cannot start; the message is one sentence, with its cure, for whoever starts the program. */
export class DatabaseStartError extends Error {
  override readonly name: string = 'DatabaseStartError';
}
