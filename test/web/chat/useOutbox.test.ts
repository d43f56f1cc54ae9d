import { afterEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { client } from '../../../web/src/api/client.js';
import { useOutbox } from '../../../web/src/features/chat/useOutbox.js';
import { rejectedResult, resultOf, throwAtOnce } from '../fakeResults.js';

afterEach(() => void vi.restoreAllMocks());

it('the next message is sent after one whose answer could not be shown', async () => {
  const scope = effectScope();
  const onAccepted = vi.fn().mockImplementationOnce(throwAtOnce);
  const outbox = scope.run(() => useOutbox('persona', { onAccepted, onRefused: () => undefined }));
  vi.spyOn(client, 'mutation').mockImplementation(() =>
    resultOf({ sendMessage: { message: {}, reply: {} } }),
  );
  await expect(outbox?.send('One', 'key-1')).rejects.toThrow('Thrown at once.');
  await outbox?.send('Two', 'key-2');
  expect(onAccepted).toHaveBeenCalledTimes(2);
  expect(outbox?.outgoing.value).toEqual([]);
  scope.stop();
});

it('a message whose request rejects waits for its author to retry', async () => {
  const scope = effectScope();
  const outbox = scope.run(() =>
    useOutbox('persona', { onAccepted: () => undefined, onRefused: () => undefined }),
  );
  vi.spyOn(client, 'mutation').mockImplementation(rejectedResult);
  await outbox?.send('One', 'key-3');
  expect(outbox?.outgoing.value.map(({ state }) => state)).toEqual(['stuck']);
  outbox?.drop('key-3');
  scope.stop();
});
