/** A reason to stop that its message says to whoever started us: one clear sentence, no stack needed. */
export class ProvisionError extends Error {
  name = 'ProvisionError';
}
