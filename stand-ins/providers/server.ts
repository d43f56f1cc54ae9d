import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Endpoints, LoggedCall, ProviderRequest } from './behaviour.js';
import { behaviours } from './behaviours.js';
import { answerJson } from './wire.js';

/** A server that behaves as many providers do, each under a path of its own. */
export interface ProviderServer extends AsyncDisposable {
  /** `/` lists the behaviours and `/<behaviour>/log` the calls that arrived. */
  url: string;
  /** The base URL of a behaviour, for an OpenAI client. */
  baseUrl(behaviour: string): string;
  /** The calls that a behaviour got, oldest first. */
  callsOf(behaviour: string): LoggedCall[];
  /** Forgets the calls of a behaviour, so that what happens once happens again. */
  forget(behaviour: string): void;
}

const endpoints: Record<string, keyof Endpoints> = {
  'chat/completions': 'chat',
  'images/generations': 'images',
  moderations: 'moderations',
  models: 'models',
};

/** Starts the server on the loopback interface. @param port 0: a free one */
export async function startProviderServer(port = 0): Promise<ProviderServer> {
  const logs = new Map<string, LoggedCall[]>();
  const callsOf = (name: string): LoggedCall[] => {
    const calls = logs.get(name) ?? [];
    logs.set(name, calls);
    return calls;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const [, name = '', ...rest] = (url.split('?')[0] ?? '').split('/');
    if (name === '') {
      const list = Object.entries(behaviours).map(([one, { says, source }]) => [one, { says, source }]);
      return answerJson({ response }, 200, Object.fromEntries(list));
    }
    if (rest[0] === 'log') return answerJson({ response }, 200, callsOf(name));
    const behaviour = behaviours[name];
    if (behaviour === undefined) return answerJson({ response }, 404, { error: 'no such behaviour' });
    const raw = await text(request);
    const body = (raw === '' ? {} : JSON.parse(raw)) as ProviderRequest;
    const path = rest.join('/').replace(/^v1\/?/, '');
    const { authorization } = request.headers;
    const call: LoggedCall = { at: Date.now(), method, url, path, headers: { authorization }, body };
    const calls = callsOf(name);
    calls.push(call);
    response.on('close', () => {
      call.ms = Date.now() - call.at;
      call.status = response.statusCode;
      call.cut = !response.writableFinished;
    });
    const endpoint = endpoints[path];
    const handler = (endpoint && behaviour[endpoint]) ?? behaviour.other;
    await handler({ request, response, body, path, calls });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answerJson({ response }, 500, { error: { message: String(error) } });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    baseUrl: (behaviour) => `${url}/${behaviour}/v1`,
    callsOf,
    forget: (behaviour) => void logs.delete(behaviour),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
