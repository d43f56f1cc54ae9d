import OpenAI from 'openai';
import type { Endpoint } from '../../modelSettings.js';

/** The provider sent more bytes than a valid answer has. The rest is not read. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';
}

/**
 * The provider answered with an error. Thrown instead of the SDK's own error, which reads only bodies with an
 * `error` object. `body` quotes prompts and keys, so it is neither logged nor passed on.
 */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal';

  constructor(
    /** HTTP status. 200 if the error came as an ordinary answer, as LM Studio does. */
    readonly status: number,
    readonly body: string,
    readonly headers: Headers,
  ) {
    super(`The provider answered with status ${status}.`);
  }
}

/** Bytes read of an error body. Longer ones are pages for people. */
const MOST_ERROR_BYTES = 64 * 1024;

/** A body that ends with ResponseTooLargeError after `maxBytes`. */
function cappedBody(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): ReadableStream<Uint8Array> {
  let received = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  // Pulls by hand: a TransformStream in between costs a tenth of a worker's time once hundreds of replies
  // stream.
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      received += value.byteLength;
      onBytes(value);
      if (received <= maxBytes) return controller.enqueue(value);
      await reader.cancel();
      throw new ResponseTooLargeError();
    },
    cancel: (reason: unknown) => reader.cancel(reason),
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

const DONE = '[DONE]';

/** A response that knows whether an event stream ended with its end marker, which the SDK swallows. */
export class ProviderResponse extends Response {
  #tail = '';

  constructor(response: Response, body: ReadableStream<Uint8Array>, maxBytes: number) {
    const { status, statusText, headers } = response;
    const note = (bytes: Uint8Array): void => {
      const { buffer, byteOffset, byteLength } = bytes.subarray(-32);
      this.#tail = `${this.#tail}${Buffer.from(buffer, byteOffset, byteLength).toString('latin1')}`.slice(
        -32,
      );
    };
    super(cappedBody(body, maxBytes, note), { status, statusText, headers });
  }

  get hasEndMarker(): boolean {
    return this.#tail.includes(DONE);
  }
}

/** Whether a 200 carries an error instead of an answer. */
const isErrorBody = (body: string): boolean => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'error' in value && value.error != null;
  } catch {
    return false;
  }
};

/**
 * A fetch that reads at most `maxBytes` of a body and follows no redirect. Only the address that the operator
 * configured is ever called, so a provider cannot send us to an address inside the network.
 * @throws ProviderRefusal for an error status, and for an error that comes as JSON with status 200
 */
export function providerFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (response.body === null) {
      if (response.ok) return response;
      throw new ProviderRefusal(response.status, '', response.headers);
    }
    const { status, headers } = response;
    if (!response.ok) {
      const body = await new ProviderResponse(response, response.body, MOST_ERROR_BYTES)
        .text()
        .catch((error: unknown) => {
          if (error instanceof ResponseTooLargeError) return '';
          throw error;
        });
      throw new ProviderRefusal(status, body, headers);
    }
    const capped = new ProviderResponse(response, response.body, maxBytes);
    if (!/\bjson\b/i.test(headers.get('content-type') ?? '')) return capped;
    const body = await capped.text();
    if (isErrorBody(body)) throw new ProviderRefusal(status, body, headers);
    // A server that ignores `stream` sends the whole completion as its only event.
    const isStreamExpected = typeof init?.body === 'string' && init.body.includes('"stream":true');
    const type = isStreamExpected ? 'text/event-stream' : 'application/json';
    return new Response(isStreamExpected ? `data: ${body}\n\n` : body, {
      status,
      headers: { 'content-type': type },
    });
  };
}

/** Whether OpenAI itself or Azure answers at this address. Null: another provider. */
export function vendorOf(baseUrl: string | undefined): 'openai' | 'azure' | null {
  if (baseUrl === undefined) return 'openai';
  const [, name] = /\.(openai|azure)\.com$/.exec(URL.parse(baseUrl)?.hostname ?? '') ?? [];
  return name === 'openai' || name === 'azure' ? name : null;
}

/**
 * Creates an SDK client. Everything that the SDK would otherwise read from the environment is set here. Its
 * own retries are off (the queue retries, and two layers would multiply), and its logging is off (it prints
 * prompts).
 * @param maxAnswerBytes maximum number of bytes read from a response body
 */
export function openAiClient({ apiKey, baseUrl, headers, query }: Endpoint, maxAnswerBytes: number): OpenAI {
  return new OpenAI({
    // The SDK requires a key. Without a key, the header below keeps this placeholder from being sent.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    defaultHeaders: { ...(apiKey === undefined ? { Authorization: null } : {}), ...headers },
    defaultQuery: query,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: providerFetch(maxAnswerBytes),
  });
}
