import { Agent, request } from 'node:https';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/limits/rateLimits.js';
import { caddyProgram, startCaddy } from '../testkit/caddy.js';
import { haproxyProgram, startHaproxy } from '../testkit/haproxy.js';
import { nginxProgram, startNginx } from '../testkit/nginx.js';
import { documentedConfiguration } from '../testkit/proxyProcess.js';
import { startTestApp } from '../testkit/testApp.js';
import { send } from './send.js';

const proxies = [
  ['nginx', nginxProgram, startNginx],
  ['haproxy', haproxyProgram, startHaproxy],
  ['caddy', caddyProgram, startCaddy],
] as const;

const startApp = () => startTestApp({ env: { DEMO_SIGN_IN: 'open', TRUST_PROXY: 'true' } });

const query = JSON.stringify({ query: '{ responseByReceipt(receipt: "none") { submittedOn } }' });
let addresses = 0;
/** Headers of a caller who claims to come from an address of their own each time. */
const forged = () => ({
  'content-type': 'application/json',
  'x-forwarded-for': `203.0.113.${(addresses += 1) % 250}`,
  forwarded: `for=203.0.113.${addresses % 250}`,
});

/** Asks a proxy, whose certificate is its own. @returns the status and Retry-After */
function askProxy(url: string): Promise<[status: number, retryAfter: string | undefined]> {
  const agent = new Agent({ rejectUnauthorized: false });
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/graphql`, { method: 'POST', headers: forged(), agent }, (response) => {
      response.resume().on('end', () => {
        agent.destroy();
        resolve([response.statusCode ?? 0, response.headers['retry-after']]);
      });
    });
    outgoing.on('error', reject);
    outgoing.end(query);
  });
}

const { points } = limits.receipt;

it('without a proxy, TRUST_PROXY believes the addresses that callers claim', async () => {
  await using app = await startApp();
  for (let count = 0; count <= points; count += 1) {
    const { status } = await send(`${app.url}/graphql`, { method: 'POST', headers: forged(), body: query });
    expect(status).toBe(200);
  }
});

describe.each(proxies)('through %s as documented', (name, program, start) => {
  it.skipIf(program === undefined)(
    'a caller who forges addresses is limited all the same, is told when to come back, and is not sent again',
    async () => {
      await using app = await startApp();
      await using proxy = await start(Number(new URL(app.url).port), documentedConfiguration(name));
      for (let count = 0; count < points; count += 1) expect((await askProxy(proxy.url))[0]).toBe(200);
      expect(await askProxy(proxy.url)).toEqual([429, expect.stringMatching(/^[1-9]\d*$/)]);
      const metrics = await (await fetch(`${app.url}/metrics`)).text();
      expect(metrics).toMatch(/^http_requests_total\{[^}]*status="429"[^}]*\} 1$/m);
    },
  );
});
