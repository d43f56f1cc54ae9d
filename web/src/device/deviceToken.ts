import { jsonStorage } from './jsonStorage';

const KEY = 'mirai.device';

/**
 * A random token that identifies this device, so that a person answers a survey once. It reveals nothing
 * about the device.
 */
export function deviceToken(): string {
  const stored = jsonStorage.read(KEY);
  if (typeof stored === 'string' && stored !== '') return stored;
  const token = randomToken();
  jsonStorage.write(KEY, token);
  return token;
}

/**
 * 32 random hexadecimal digits that cannot be guessed. Not `randomUUID`, which does not exist on pages served
 * over plain HTTP.
 */
export const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
