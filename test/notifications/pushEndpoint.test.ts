import { expect, it } from 'vitest';
import { isPublicAddress, isPushEndpoint, lookupPublic } from '../../src/notifications/pushEndpoint.js';

it.each(['8.8.8.8', '142.250.1.1', '2607:f8b0:4004:800::200a', '2a00:1450::1'])(
  '%s is a public address',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:db8::1',
  'not an address',
])('%s is not a public address', (address) => expect(isPublicAddress(address)).toBe(false));

it('this machine is allowed for tests only', () => {
  expect(isPushEndpoint('http://127.0.0.1:1234/send', true)).toBe(true);
  expect(isPushEndpoint('http://127.0.0.1:1234/send', false)).toBe(false);
  expect(isPushEndpoint('https://localhost/send', false)).toBe(false);
  expect(isPushEndpoint('http://push.example.org/send', true)).toBe(false);
  expect(isPushEndpoint('https://push.example.org/send', false)).toBe(true);
});

it('a public name of an internal address is not found', async () => {
  const error = await new Promise((resolve) => lookupPublic('localhost', {}, (failed) => resolve(failed)));
  expect(error).toMatchObject({ code: 'EINTERNAL' });
});
