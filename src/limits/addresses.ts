import { isIP, isIPv4 } from 'node:net';

/**
 * The key under which an address is counted. IPv6 addresses are grouped by /64, because one household owns a
 * whole /64 and could rotate through it to look like many callers.
 */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  // The URL parser has one canonical form for IPv6 addresses: lower case, no dotted part, no leading zeros.
  const canonical = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = '', tail = ''] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/** Whether an address is loopback: 127.0.0.0/8, also as an IPv4-mapped IPv6 address, or ::1. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
