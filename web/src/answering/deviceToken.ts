import { deviceStore } from './deviceStore';
import { randomToken } from './randomToken';

const KEY = 'mirai.device';

/** A random token that stands for this device, so that one person answers a survey once. It says nothing of the device. */
export function deviceToken(): string {
  const kept = deviceStore.read(KEY);
  if (typeof kept === 'string' && kept !== '') return kept;
  const token = randomToken();
  deviceStore.write(KEY, token);
  return token;
}
