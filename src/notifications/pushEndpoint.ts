import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of private networks, of this machine and for special uses (IANA registries, RFC 6890). */
const internal = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  internal.addSubnet(network, prefix, 'ipv4');
// Inside the public space of IPv6: documentation, and tunnels whose addresses contain IPv4 ones.
internal.addSubnet('2001::', 23, 'ipv6');
internal.addSubnet('2001:db8::', 32, 'ipv6');
internal.addSubnet('2002::', 16, 'ipv6');
/** The only block of IPv6 from which public addresses are assigned. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 4) return !internal.check(address, 'ipv4');
  return publicV6.check(address, 'ipv6') && !internal.check(address, 'ipv6');
}

const MAX_LENGTH = 2_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * Whether an address may be that of a push service: https, by name, at the usual port and without credentials.
 * Otherwise a caller could have this server send requests to machines that only it can reach.
 * @param allowLoopback whether this machine is allowed too, for a push service in a test
 */
export function isPushEndpoint(value: string, allowLoopback: boolean): boolean {
  if (value.length > MAX_LENGTH || !URL.canParse(value)) return false;
  const { protocol, hostname, port, username, password } = new URL(value);
  if (allowLoopback && LOOPBACK.has(hostname)) return protocol === 'http:' || protocol === 'https:';
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  // A name with a dot. The parser has written every form of an IPv4 address as four numbers.
  return isIP(hostname) === 0 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname);
}

/** Looks up names like `dns.lookup`, and fails for those of internal addresses, whoever published them. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return callback(error, '');
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(
        Object.assign(new Error('The name has an internal address.'), { code: 'EINTERNAL' }),
        '',
      );
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
