/** An expected failure. Its message is shown to the user as it is, without a stack trace. */
export class ProvisionError extends Error {
  name = 'ProvisionError';
}
