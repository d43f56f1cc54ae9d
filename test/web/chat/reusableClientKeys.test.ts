import { expect, it } from 'vitest';
import { reusableClientKeys } from '../../../web/src/features/chat/rules/reusableClientKeys.js';

it('an attempt without an answer is repeated with its key, and after an answer the next one gets a new key', async () => {
  let count = 0;
  const withClientKey = reusableClientKeys(() => `key-${(count += 1)}`);
  const sent: string[] = [];
  const send =
    (answer?: string) =>
    (clientKey: string): Promise<string | undefined> => {
      sent.push(clientKey);
      return Promise.resolve(answer);
    };
  await withClientKey('a', send());
  expect(await withClientKey('a', send('arrived'))).toBe('arrived');
  await withClientKey('a', send('arrived'));
  expect(sent).toEqual(['key-1', 'key-1', 'key-2']);
});
