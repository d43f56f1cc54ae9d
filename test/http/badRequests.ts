import { gzipSync } from 'node:zlib';
import type { Sent } from './send.js';

const json = { 'content-type': 'application/json' };
const body = (value: unknown): Sent => ({ method: 'POST', headers: json, body: JSON.stringify(value) });
const raw = (text: string | Buffer, headers: Record<string, string> = json): Sent => ({
  method: 'POST',
  headers,
  body: text,
});
const get = (
  query: string,
  headers: Record<string, string> = { 'apollo-require-preflight': '1' },
): [string, Sent] => [`/graphql?query=${encodeURIComponent(query)}`, { headers }];
const hello = '{ hello }';

/** Requests that are wrong as HTTP: how they are sent, and the status, code and headers they must meet. */
export const badRequests: [string, string, Sent, number, string | undefined, Record<string, string>?][] = [
  ['malformed JSON', '/graphql', raw('{"query":'), 400, 'BAD_REQUEST'],
  ['an empty body', '/graphql', raw(''), 400, 'BAD_REQUEST'],
  ['null', '/graphql', body(null), 400, 'BAD_REQUEST'],
  ['an empty list', '/graphql', body([]), 400, 'BAD_REQUEST'],
  ['a number', '/graphql', body(7), 400, 'BAD_REQUEST'],
  ['a batch', '/graphql', body([{ query: hello }, { query: hello }]), 400, 'BAD_REQUEST'],
  ['no query', '/graphql', body({ variables: {} }), 400, 'BAD_REQUEST'],
  ['a number as query', '/graphql', body({ query: 7 }), 400, 'BAD_REQUEST'],
  [
    'an unknown operation name',
    '/graphql',
    body({ query: 'query A { hello }', operationName: 'B' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a persisted query',
    '/graphql',
    body({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
    400,
    'BAD_REQUEST',
  ],
  [
    '__proto__ as a key',
    '/graphql',
    raw('{"query":"{ hello }","variables":{"__proto__":{"a":1}}}'),
    400,
    'BAD_REQUEST',
  ],
  [
    'constructor.prototype as keys',
    '/graphql',
    raw('{"query":"{ hello }","variables":{"constructor":{"prototype":{}}}}'),
    400,
    'BAD_REQUEST',
  ],
  ['a body over 100 KB', '/graphql', body({ query: hello, pad: 'x'.repeat(110_000) }), 413, 'BAD_REQUEST'],
  [
    'plain text',
    '/graphql',
    raw('{"query":"{ hello }"}', { 'content-type': 'text/plain' }),
    415,
    'BAD_REQUEST',
  ],
  [
    'a form',
    '/graphql',
    raw('query=%7Bhello%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'BAD_REQUEST',
  ],
  [
    'a compressed body',
    '/graphql',
    raw(gzipSync('{"query":"{ hello }"}'), { ...json, 'content-encoding': 'gzip' }),
    415,
    'BAD_REQUEST',
  ],
  [
    'a UTF-16 body',
    '/graphql',
    raw(Buffer.from('{"query":"{ hello }"}', 'utf16le'), {
      'content-type': 'application/json; charset=utf-16',
    }),
    415,
    'BAD_REQUEST',
  ],
  ['GET without the preflight header', ...get(hello, {}), 400, 'BAD_REQUEST'],
  [
    'GET with an odd content type',
    ...get(hello, { 'apollo-require-preflight': '1', 'content-type': 'text/plain' }),
    415,
    'BAD_REQUEST',
  ],
  ['GET of a mutation', ...get('mutation { rename(name: "x") }'), 405, 'BAD_REQUEST', { allow: 'POST' }],
  ['GET without a query', '/graphql', { headers: { 'apollo-require-preflight': '1' } }, 400, 'BAD_REQUEST'],
  [
    'PUT',
    '/graphql',
    { method: 'PUT', headers: json, body: '{}' },
    405,
    'BAD_REQUEST',
    { allow: 'GET, POST' },
  ],
  ['DELETE', '/graphql', { method: 'DELETE' }, 405, 'BAD_REQUEST', { allow: 'GET, POST' }],
  [
    'OPTIONS from a foreign page',
    '/graphql',
    { method: 'OPTIONS', headers: { origin: 'https://evil.example' } },
    405,
    'BAD_REQUEST',
    { allow: 'GET, POST' },
  ],
  ['an unknown address', '/nothing', {}, 404, 'NOT_FOUND'],
  ['a POST to an unknown address', '/nothing', raw('x', { 'content-type': 'text/plain' }), 404, 'NOT_FOUND'],
  ['an address that cannot be decoded', '/%zz', {}, 400, 'BAD_REQUEST'],
  [
    'a Host that is none',
    '/graphql',
    { ...body({ query: hello }), headers: { ...json, host: 'a b' } },
    400,
    'BAD_REQUEST',
  ],
  [
    'a bad token',
    '/graphql',
    { ...body({ query: hello }), headers: { ...json, authorization: 'Bearer bad' } },
    401,
    'UNAUTHENTICATED',
    { 'www-authenticate': 'Bearer' },
  ],
];
