import { afterEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { client } from '../../../web/src/api/client.js';
import { useLatestMessages, useMessagePath } from '../../../web/src/features/chat/useMessages.js';
import { resultOf } from '../fakeResults.js';

afterEach(() => void vi.restoreAllMocks());

it('the latest messages can be read again after the wait before it failed', async () => {
  const scope = effectScope();
  const beforeRefresh = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('Not sent.'));
  const latest = scope.run(() =>
    useLatestMessages('persona', useMessagePath(), { beforeRefresh, onConversation: () => undefined }),
  );
  const messages = { edges: [], pageInfo: { hasPreviousPage: false, startCursor: null } };
  vi.spyOn(client, 'query').mockImplementation(() =>
    resultOf({ persona: { conversation: { revision: 1 }, messages } }),
  );
  await latest?.refresh();
  expect(latest?.failure.value?.code).toBe('INTERNAL_SERVER_ERROR');
  await latest?.refresh();
  expect([latest?.isLoaded.value, latest?.failure.value]).toEqual([true, null]);
  scope.stop();
});
