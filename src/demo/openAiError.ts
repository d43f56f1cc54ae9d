/** An error body in the format of OpenAI's API. */
export const openAiError = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
});
