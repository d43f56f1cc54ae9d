import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type GraphQLFormattedError, print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** The result of an operation over HTTP, including errors. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  data: T | null | undefined;
  errors: readonly GraphQLFormattedError[];
}

/** A GraphQL client: queries and mutations over HTTP, subscriptions over one WebSocket. */
export class ApiClient implements AsyncDisposable {
  #socket: Client | undefined;
  #subscriptions = 0;

  /**
   * @param url the server's address, for example http://localhost:4000
   * @param accessToken omitted for an anonymous friend
   * @param options `retryAttempts`: how often a broken socket is reopened, which restarts its subscriptions;
   *   `timeoutMs`: how long a request over HTTP may take (default: no limit)
   */
  constructor(
    readonly url: string,
    readonly accessToken?: string,
    private readonly options: { retryAttempts?: number; timeoutMs?: number } = {},
  ) {}

  /** Runs a query or mutation and returns the result, including errors. */
  async request<T, V>(document: TypedDocumentNode<T, V>, variables: V): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(this.accessToken === undefined ? {} : { authorization: `Bearer ${this.accessToken}` }),
      },
      body: JSON.stringify({ query: print(document), variables }),
      signal: this.options.timeoutMs === undefined ? null : AbortSignal.timeout(this.options.timeoutMs),
    });
    const body = (await response.json()) as { data?: T | null; errors?: GraphQLFormattedError[] };
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  }

  /**
   * Runs a query or mutation that must succeed. Retries on 429 and 503 after the time in `Retry-After`,
   * and up to half as long again, so that clients that were refused together do not come back together.
   * @throws Error with the first error's code and message
   */
  async run<T, V>(document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
    let { data, errors, status, headers } = await this.request(document, variables);
    for (let retries = 20; retries > 0 && (status === 503 || status === 429); retries -= 1) {
      const seconds = Number(headers.get('retry-after') ?? 1) * (1 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      ({ data, errors, status, headers } = await this.request(document, variables));
    }
    const [error] = errors;
    if (error !== undefined) throw new Error(`${String(error.extensions?.['code'])}: ${error.message}`);
    if (data === null || data === undefined) throw new Error(`The server answered ${status} without data.`);
    return data;
  }

  /**
   * Follows a subscription. Leaving the loop or calling return() ends it. next() throws the error that ended
   * it.
   */
  follow<T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables: V,
  ): AsyncIterableIterator<T, undefined> {
    const source = this.#connection().iterate<T>({ query: print(document), variables });
    return {
      async next() {
        const result = await source.next();
        if (result.done) return { done: true, value: undefined };
        const { value } = result;
        const [error] = value.errors ?? [];
        if (error !== undefined) throw new Error(`${String(error.extensions?.['code'])}: ${error.message}`);
        if (value.data === null || value.data === undefined) throw new Error('An event without data.');
        return { done: false, value: value.data };
      },
      // Passed on directly: a generator would handle return() only after its next event.
      async return() {
        await source.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  #connection(): Client {
    this.#socket ??= createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.accessToken === undefined ? {} : { authorization: `Bearer ${this.accessToken}` },
      retryAttempts: this.options.retryAttempts ?? 20,
      // Every event carries the id, and a number is shorter than a UUID.
      generateID: () => String((this.#subscriptions += 1)),
      // Reconnect if the server went away, but not if it refused the client (44xx).
      shouldRetry: (event) => !((event as { code?: number }).code?.toString().startsWith('44') ?? false),
    });
    return this.#socket;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#socket?.dispose();
  }
}
