import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { LLMock } from '@copilotkit/aimock';
import type { LoggedCall, ProviderRequest } from '../../stand-ins/providers/behaviour.js';
import { goodAnswer } from '../../stand-ins/providers/goodModel.js';
import { picture } from '../../stand-ins/providers/picture.js';
import { freePort } from '../../test/testkit/freePort.js';
import { until } from '../../test/testkit/until.js';

/** A server that is not ours. */
export interface ForeignServer extends AsyncDisposable {
  url: string;
}

/**
 * Portkey 1.15 adds headers to the response of `fetch`, which Node 24 does not allow: it then answers every stream
 * with 500. Other runtimes that it supports allow it.
 */
const mutableHeaders = `
const original = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const { body, status, statusText, headers } = await original(...request);
  return new Response(body, { status, statusText, headers });
};`;

/** Starts Portkey's AI gateway, which sends on what arrives. */
export async function startPortkey(): Promise<ForeignServer> {
  const port = await freePort();
  const folder = dirname(createRequire(import.meta.url).resolve('@portkey-ai/gateway/package.json'));
  const script = join(folder, 'build/start-server.js');
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(mutableHeaders)}`,
      script,
      '--headless',
      `--port=${port}`,
    ],
    { stdio: 'ignore' },
  );
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await until('the gateway answers', async () => {
    if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode}.`);
    return fetch(url).then(
      () => true,
      () => false,
    );
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await exited;
    },
  };
}

/** Starts aimock, which speaks its own wire form of OpenAI's API, with the answers of a good model. */
export async function startAimock(): Promise<ForeignServer & { calls: () => LoggedCall[] }> {
  const mock = new LLMock({ port: 0 });
  mock.onImage(/[^]*/, { image: { b64Json: picture } });
  mock.onModerate(/[^]*/, { flagged: false, categories: {} });
  mock.on({ predicate: ({ messages }) => messages.length > 0 }, (request) => ({
    content: goodAnswer(request as unknown as ProviderRequest),
  }));
  await mock.start();
  return {
    url: mock.url,
    calls: () =>
      mock.getRequests().map(({ timestamp, method, path, body, response }) => ({
        at: timestamp,
        method,
        url: path,
        path: path.replace(/^\/v1\//, ''),
        headers: {},
        body: body as unknown as ProviderRequest,
        status: response.status,
      })),
    [Symbol.asyncDispose]: () => mock.stop(),
  };
}
