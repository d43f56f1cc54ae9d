import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';

// It has no types.
const { decrypt } = createRequire(import.meta.url)('http_ece') as {
  decrypt: (
    body: Buffer,
    options: { version: 'aes128gcm'; privateKey: unknown; authSecret: string },
  ) => Buffer;
};

/** A message as the push service took it, and as the browser opens it. */
interface TakenMessage {
  endpoint: string;
  headers: IncomingHttpHeaders;
  /** What the browser reads. */
  payload: { tag: string; title: string; text: string; path: string; language: string };
}

/** A browser that subscribed, as the API takes it. */
export interface SubscribedBrowser {
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: 'EN' | 'KO' | 'JA';
}

/** A push service on this machine, with the browsers that are subscribed at it. */
export interface LocalPushService extends AsyncDisposable {
  newBrowser(locale?: SubscribedBrowser['locale']): SubscribedBrowser;
  /** The messages it was sent, in order, also those that it turned away. */
  messages: TakenMessage[];
  /** Decides the status of each answer; 201 by default. A promise keeps the sender waiting. */
  answerWith(decide: (message: TakenMessage) => number | Promise<number>): void;
}

/** Starts a push service that opens each message with the keys of its browser. */
export async function startLocalPushService(): Promise<LocalPushService> {
  let answer: (message: TakenMessage) => number | Promise<number> = () => 201;
  const keys = new Map<string, { privateKey: unknown; authSecret: string }>();
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const endpoint = origin() + request.url;
      const key = keys.get(endpoint);
      if (key === undefined) return void reply.writeHead(404).end();
      const opened = decrypt(Buffer.concat(parts), { version: 'aes128gcm', ...key });
      const payload = JSON.parse(opened.toString()) as TakenMessage['payload'];
      const message = { endpoint, headers: request.headers, payload };
      service.messages.push(message);
      void Promise.resolve(answer(message)).then((status) => reply.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: LocalPushService = {
    messages: [],
    answerWith: (decide) => void (answer = decide),
    newBrowser(locale = 'EN') {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const auth = randomBytes(16).toString('base64url');
      const endpoint = `${origin()}/send/${randomUUID()}`;
      keys.set(endpoint, { privateKey: pair, authSecret: auth });
      return { endpoint, p256dh: pair.getPublicKey('base64url'), auth, locale };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
