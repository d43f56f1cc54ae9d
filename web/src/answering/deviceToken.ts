import { jsonStorage } from './deviceStore';
import { randomToken } from './randomToken';

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
