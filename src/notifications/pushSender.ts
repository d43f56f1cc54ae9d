import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import webPush from 'web-push';
import type { Claim, Outcome } from './outcome.js';
import { isPushEndpoint, lookupPublic } from './pushEndpoint.js';

const TIMEOUT_MS = 10_000;
/** A push service keeps a message this long for a browser that is not running. */
const KEPT_SECONDS = 3 * 86_400;

/** Where a browser's push service takes messages, and the keys that only the browser can open them with. */
export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** A message to a browser. */
interface PushMessage {
  payload: object;
  /** At most 32 characters of base64url. A message replaces an earlier one of the same topic. */
  topic: string;
  claim: Claim;
}

/** Sends messages to browsers by Web Push (RFC 8030), encrypted (RFC 8291) and signed with this server's key (RFC 8292). */
export interface PushSender {
  /** The public key, base64url, that browsers subscribe with. */
  publicKey: string;
  /** Whether this server would send to an address. */
  isAllowed(endpoint: string): boolean;
  send(target: PushTarget, message: PushMessage, signal: AbortSignal): Promise<Outcome>;
}

/** Makes the key pair by which push services know this server, as JSON. */
export const makeVapidKeys = (): string => JSON.stringify(webPush.generateVAPIDKeys());

/** What an answer of a push service says. */
function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'SENT';
  if (status === 404 || status === 410) return 'GONE';
  return status === 429 || status >= 500 ? 'LATER' : 'REFUSED';
}

/**
 * @param settings `vapidKeys` is what makeVapidKeys returned; `contact` is an https: or mailto: address for the
 *   operators of push services; `allowLoopback` allows a push service on this machine, for tests
 */
export function createPushSender(settings: {
  vapidKeys: string;
  contact: string;
  allowLoopback: boolean;
}): PushSender {
  const { publicKey, privateKey } = JSON.parse(settings.vapidKeys) as webPush.VapidKeys;
  const vapidDetails = { subject: settings.contact, publicKey, privateKey };
  const isAllowed = (endpoint: string): boolean => isPushEndpoint(endpoint, settings.allowLoopback);
  return {
    publicKey,
    isAllowed,
    async send({ endpoint, p256dh, auth }, { payload, topic, claim }, signal) {
      if (!isAllowed(endpoint)) return 'REFUSED';
      const { method, headers, body } = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(payload),
        { vapidDetails, topic, TTL: KEPT_SECONDS, urgency: 'normal', contentEncoding: 'aes128gcm' },
      );
      return post(endpoint, {
        method,
        headers,
        body,
        claim,
        lookup: settings.allowLoopback ? undefined : lookupPublic,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    },
  };
}

/**
 * Connects, claims the message, sends it and reads the status of the answer. Redirects are not followed. Not by web-push
 * itself, which accepts a name of any address and does not say whether a failed request may have arrived.
 */
async function post(
  url: string,
  {
    body,
    claim,
    ...options
  }: Pick<webPush.RequestDetails, 'method' | 'headers' | 'body'> & {
    claim: Claim;
    lookup: typeof lookupPublic | undefined;
    signal: AbortSignal;
  },
): Promise<Outcome> {
  const [send, connected] = url.startsWith('https:')
    ? [httpsRequest, 'secureConnect']
    : [httpRequest, 'connect'];
  // A connection of its own. Nothing is written to it before the end of the request.
  const request = send(url, { ...options, agent: false });
  let isBroken = false;
  request.on('error', () => (isBroken = true));
  try {
    const [socket] = (await once(request, 'socket')) as [Socket];
    await once(socket, connected, { signal: options.signal });
  } catch {
    request.destroy();
    return 'LATER';
  }
  try {
    if (!(await claim())) return 'UNCLAIMED';
    if (isBroken) return 'LATER';
    const answered = once(request, 'response') as Promise<[IncomingMessage]>;
    request.end(body);
    const [answer] = await answered.catch(() => []);
    return answer === undefined ? 'UNKNOWN' : outcomeOf(answer.statusCode ?? 500);
  } finally {
    request.destroy();
  }
}
