import { ProviderRefusal } from '../../../src/ai/openai/client.js';

/** An error answer of a provider. */
export const refused = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): ProviderRefusal =>
  new ProviderRefusal(status, typeof body === 'string' ? body : JSON.stringify(body), new Headers(headers));

export const openAiBody = (message: string, code: string | null = null, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code },
});

/** vLLM's form. */
export const vllmBody = (message: string) => ({
  object: 'error',
  message,
  type: 'BadRequestError',
  param: null,
  code: 400,
});
