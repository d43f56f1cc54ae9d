import { isIPv4 } from 'node:net';

/** Whether an address is loopback: 127.0.0.0/8, also as an IPv4-mapped IPv6 address, or ::1. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
