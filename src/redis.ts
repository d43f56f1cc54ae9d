import { Cluster, Redis, type RedisOptions } from 'ioredis';

/** Where Redis is. */
export interface RedisAddress {
  /** redis://user:password@host:6379, or rediss:// with TLS. Of a cluster, several hosts may be named. */
  url: string;
  isCluster: boolean;
}

/** How often the nodes of a cluster are asked who holds which slots. A new master is known after about this time. */
const LOOK_EVERY_MS = 2_000;

/** The hosts that an address names, each with its port. */
function nodesOf(url: string): { host: string; port: number }[] {
  const [scheme = '', rest = ''] = url.split('://');
  const [authority = ''] = rest.split('/');
  const at = authority.lastIndexOf('@') + 1;
  return authority
    .slice(at)
    .split(',')
    .map((node) => new URL(`${scheme}://${node}`))
    .map(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) }));
}

/** The first host alone, with everything else in the address. */
const firstNode = (url: string): URL => new URL(url.replace(/,[^/?@]*(?=[/?]|$)/, ''));

/**
 * Connects to the nodes of a cluster. A command that meets a dead or moving node is tried again a few times, then it
 * fails: callers go on without Redis.
 * @param options.retryAfterMs pause before each of three more tries
 */
export function openCluster(
  { url }: RedisAddress,
  { retryAfterMs, ...redisOptions }: RedisOptions & { retryAfterMs: number },
): Cluster {
  const { protocol, username, password } = firstNode(url);
  return new Cluster(nodesOf(url), {
    enableOfflineQueue: false,
    shardedSubscribers: true,
    maxRedirections: 3,
    retryDelayOnFailover: retryAfterMs,
    retryDelayOnClusterDown: retryAfterMs,
    retryDelayOnTryAgain: retryAfterMs,
    slotsRefreshInterval: LOOK_EVERY_MS,
    // Certificates are for names, so names are not resolved before.
    dnsLookup: (host, callback) => callback(null, host),
    redisOptions: {
      ...redisOptions,
      username: decodeURIComponent(username) || undefined,
      password: decodeURIComponent(password) || undefined,
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  });
}

/** Connects to a server or a cluster for commands. A command that meets no server fails. */
export const openRedis = (
  address: RedisAddress,
  { retryAfterMs, ...options }: Parameters<typeof openCluster>[1],
): Redis | Cluster =>
  address.isCluster
    ? openCluster(address, { retryAfterMs, ...options })
    : new Redis(address.url, { enableOfflineQueue: false, ...options });
