import OpenAI from 'openai';

/** The provider sent more bytes than a valid answer has. The rest is not read. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';
}

/**
 * A fetch that reads at most `maxBytes` of a body and follows no redirect. Only the address that the operator
 * configured is ever called, so a provider cannot send us to an address inside the network.
 */
export function cappedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (response.body === null) return response;
    let received = 0;
    const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
    // Pulls by hand: a TransformStream in between costs a tenth of a worker's time once hundreds of replies
    // stream.
    const source = {
      async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        received += value.byteLength;
        if (received <= maxBytes) return controller.enqueue(value);
        await reader.cancel();
        throw new ResponseTooLargeError();
      },
      cancel: (reason: unknown) => reader.cancel(reason),
    };
    const capped = new ReadableStream(source, { highWaterMark: 0 });
    const { status, statusText, headers } = response;
    return new Response(capped, { status, statusText, headers });
  };
}

/** Address of the provider. A base address without a key is valid (Ollama, vLLM). */
interface ProviderAddress {
  apiKey?: string;
  baseUrl?: string;
}

/**
 * Creates an SDK client. Everything that the SDK would otherwise read from the environment is set here. Its
 * own retries are off (the queue retries, and two layers would multiply), and its logging is off (it prints
 * prompts).
 * @param maxAnswerBytes maximum number of bytes read from a response body
 */
export function openAiClient({ apiKey, baseUrl }: ProviderAddress, maxAnswerBytes: number): OpenAI {
  return new OpenAI({
    // The SDK requires a key. Without a key, the header below keeps this placeholder from being sent.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    defaultHeaders: apiKey === undefined ? { Authorization: null } : {},
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: cappedFetch(maxAnswerBytes),
  });
}
