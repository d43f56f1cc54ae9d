/** An error body as OpenAI's API shapes it. */
export const openAiError = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
});
