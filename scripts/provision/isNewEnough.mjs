/**
 * The first version with AsyncDisposableStack, which the program uses to close resources. MikroORM 7 requires
 * 22.17.
 */
export const OLDEST_NODE = '24.0.0';

/** Whether a version such as "v24.21.0" is at least the oldest supported one. */
export function isNewEnough(version, oldest = OLDEST_NODE) {
  const [have, need] = [version, oldest].map((text) => text.trim().replace(/^v/, '').split('.').map(Number));
  for (const part of [0, 1, 2]) if (have[part] !== need[part]) return have[part] > need[part];
  return true;
}
