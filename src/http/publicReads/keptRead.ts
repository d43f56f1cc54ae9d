import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress } from './compress.js';
import { matchesEtag } from '../request.js';

/**
 * What caches may do with a public read, as the contract has it. An edge that must show a change sooner keeps it for a
 * time of its own, as deploy/nginx does.
 */
const FOUND = 'public, max-age=5, stale-while-revalidate=60';
/** A link that was rotated or deleted may still be opened by many. */
const MISSING = 'public, max-age=1';

/** The bytes of an answer in one encoding, with its headers as Node writes them fastest: names and values in turns. */
interface Encoded {
  etag: string;
  body: Buffer;
  headers: string[];
  /** Without a body. */
  unchanged: string[];
}

/** The answer to a public read as it goes over the wire. */
export interface KeptRead {
  plain: Encoded;
  brotli: Encoded;
}

function encoded(body: Buffer, hash: string, coding: 'br' | null, cacheControl: string): Encoded {
  // Each encoding has a tag of its own, as its bytes differ.
  const etag = `"${hash}${coding === null ? '' : `-${coding}`}"`;
  const unchanged = ['etag', etag, 'cache-control', cacheControl, 'vary', 'accept-encoding'];
  const headers = [
    ...unchanged,
    'content-type',
    'application/json; charset=utf-8',
    'x-content-type-options',
    'nosniff',
    ...(coding === null ? [] : ['content-encoding', coding]),
    'content-length',
    String(body.length),
  ];
  return { etag, body, headers, unchanged };
}

/** Prepares the answer to a public read. @param isMissing whether it says that there is no such row */
export async function prepareRead(json: string, isMissing: boolean): Promise<KeptRead> {
  const body = Buffer.from(json);
  const hash = createHash('sha256').update(body).digest('base64url');
  const cacheControl = isMissing ? MISSING : FOUND;
  return {
    plain: encoded(body, hash, null, cacheControl),
    brotli: encoded(await compress(body), hash, 'br', cacheControl),
  };
}

/** Sends a prepared answer, or 304 to a caller who has it. @returns the status */
export function sendRead(read: KeptRead, { headers }: IncomingMessage, response: ServerResponse): 200 | 304 {
  const accepted = headers['accept-encoding'];
  const chosen = accepted !== undefined && /\bbr\b/.test(String(accepted)) ? read.brotli : read.plain;
  if (matchesEtag(headers['if-none-match'], chosen.etag)) {
    response.writeHead(304, chosen.unchanged).end();
    return 304;
  }
  response.writeHead(200, chosen.headers).end(chosen.body);
  return 200;
}
