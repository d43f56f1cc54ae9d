import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { callerAddress } from '../../src/http/request.js';
import { createServerOrigins } from '../../src/http/serverOrigins.js';
import { useOne } from '../testkit/useOne.js';
import { socketClient } from './socketClient.js';
import { startTestServer } from './testServer.js';

const originsOf = (env: Record<string, string>) =>
  createServerOrigins(readConfig(env), 4000, pino({ level: 'silent' }));
const linksAt = (env: Record<string, string>, host: string): string =>
  originsOf(env).ofLinks({ headers: { host } });

describe('links', () => {
  it('start with ORIGIN, whatever address a browser uses', () => {
    expect(linksAt({ ORIGIN: 'https://Mirai.example:443/' }, 'localhost:4000')).toBe('https://mirai.example');
  });

  it('start with the address that the browser uses if ORIGIN is unset', () => {
    expect(linksAt({}, '127.0.0.1:4000')).toBe('http://127.0.0.1:4000');
    for (const { address, family } of Object.values(networkInterfaces()).flatMap((all) => all ?? [])) {
      const host = family === 'IPv6' ? `[${address}]:4000` : `${address}:4000`;
      expect(linksAt({ HOST: '0.0.0.0' }, host)).toBe(`http://${host}`);
    }
  });

  it.each(['evil.example', 'evil.example:4000', 'localhost:1', 'localhost:4000@evil.example', '', 'a b'])(
    'never start with the foreign host name %j',
    (host) => expect(linksAt({ HOST: '0.0.0.0' }, host)).toBe('http://localhost:4000'),
  );
});

describe('a page of another address of the server', () => {
  const server = useOne(() =>
    startTestServer({
      ORIGIN: 'https://mirai.example',
      ALLOWED_ORIGINS: 'https://www.mirai.example, http://192.168.0.7:4000/',
    }),
  );

  it.each(['https://mirai.example', 'https://www.mirai.example', 'http://192.168.0.7:4000'])(
    'may open subscriptions if it is listed: %s',
    async (origin) => {
      await using client = socketClient(server.socketUrl, { origin });
      await client.init();
    },
  );

  it('is refused if it is not listed, and the log says once what to do', async () => {
    for (let time = 0; time < 2; time += 1) {
      await using client = socketClient(server.socketUrl, { origin: 'https://unlisted.example' });
      expect((await client.failed).message).toContain('403');
    }
    const lines = server
      .logged()
      .split('\n')
      .filter((line) => line.includes('https://unlisted.example'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('ALLOWED_ORIGINS');
  });
});

describe('the address of a caller', () => {
  const behind = (proxies: number, forwarded: string | string[] | undefined): string =>
    callerAddress(
      {
        headers: { 'x-forwarded-for': forwarded },
        socket: { remoteAddress: '10.0.0.1' },
      } as unknown as IncomingMessage,
      proxies,
    );

  it.each([
    [0, '203.0.113.9', '10.0.0.1'],
    [1, undefined, '10.0.0.1'],
    [1, '203.0.113.9', '203.0.113.9'],
    [1, '203.0.113.9:50123', '203.0.113.9'],
    [1, '2001:db8::1', '2001:db8::1'],
    [1, '[2001:db8::1]', '2001:db8::1'],
    [1, '[2001:db8::1]:50123', '2001:db8::1'],
    [1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    [1, ['198.51.100.1', '203.0.113.9:1'], '203.0.113.9'],
    [2, '198.51.100.1, 203.0.113.9:1, 10.0.0.2', '203.0.113.9'],
    [2, '10.0.0.2', '10.0.0.1'],
    [1, 'unknown', '10.0.0.1'],
    [1, '203.0.113.9:50123:1', '10.0.0.1'],
  ])('behind %i proxies with X-Forwarded-For %j is %s', (proxies, forwarded, address) => {
    expect(behind(proxies, forwarded)).toBe(address);
  });
});
