import { isIPv4 } from 'node:net';

/** Whether an address belongs to this very machine: 127.0.0.0/8 or ::1, also when IPv6 carries the IPv4 one. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
