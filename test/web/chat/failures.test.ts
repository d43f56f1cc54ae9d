import { afterEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { client } from '../../../web/src/api/client.js';
import { useAction } from '../../../web/src/api/useAction.js';
import { useLaterPages } from '../../../web/src/api/useLaterPages.js';
import { SignOutDocument } from '../../../web/src/features/account/operations/generated/SignOut.js';
import { useExport } from '../../../web/src/features/chat/useExport.js';
import { useLatestMessages, useMessagePath } from '../../../web/src/features/chat/useMessages.js';
import { useOutbox } from '../../../web/src/features/chat/useOutbox.js';

afterEach(() => void vi.restoreAllMocks());

const answering = (data: unknown) =>
  ({ toPromise: () => Promise.resolve({ data }) }) as unknown as ReturnType<typeof client.query>;
const rejecting = () =>
  ({ toPromise: () => Promise.reject(new Error('No answer.')) }) as unknown as ReturnType<
    typeof client.query
  >;
const throwing = (): never => {
  throw new Error('Thrown at once.');
};

it.each(['rejects', 'throws'])('a button can be pressed again after its mutation %s', async (how) => {
  const mutation = vi
    .spyOn(client, 'mutation')
    .mockImplementationOnce(how === 'throws' ? throwing : rejecting);
  const action = useAction(SignOutDocument);
  expect(await action.run({})).toBeUndefined();
  expect(action.isBusy.value).toBe(false);
  expect(action.failure.value?.code).toBe('INTERNAL_SERVER_ERROR');
  mutation.mockImplementationOnce(() => answering({ signOut: { ok: true } }));
  expect(await action.run({})).toBeDefined();
  expect(action.failure.value).toBeNull();
});

it('the next message is sent after one whose answer could not be shown', async () => {
  const scope = effectScope();
  const taken = vi.fn().mockImplementationOnce(throwing);
  const outbox = scope.run(() => useOutbox('persona', { taken, givenBack: () => undefined }));
  vi.spyOn(client, 'mutation').mockImplementation(() =>
    answering({ sendMessage: { message: {}, reply: {} } }),
  );
  await expect(outbox?.send('One', 'key-1')).rejects.toThrow('Thrown at once.');
  await outbox?.send('Two', 'key-2');
  expect(taken).toHaveBeenCalledTimes(2);
  expect(outbox?.outgoing.value).toEqual([]);
  scope.stop();
});

it('a message whose sending rejects waits for its owner to try again', async () => {
  const scope = effectScope();
  const outbox = scope.run(() =>
    useOutbox('persona', { taken: () => undefined, givenBack: () => undefined }),
  );
  vi.spyOn(client, 'mutation').mockImplementation(rejecting);
  await outbox?.send('One', 'key-3');
  expect(outbox?.outgoing.value.map(({ state }) => state)).toEqual(['stuck']);
  outbox?.drop('key-3');
  scope.stop();
});

it('the end of a conversation can be read again after what it waits for has failed', async () => {
  const scope = effectScope();
  const before = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('Not sent.'));
  const end = scope.run(() =>
    useLatestMessages('persona', useMessagePath(), { before, read: () => undefined }),
  );
  const messages = { edges: [], pageInfo: { hasPreviousPage: false, startCursor: null } };
  vi.spyOn(client, 'query').mockImplementation(() =>
    answering({ persona: { conversation: { revision: 1 }, messages } }),
  );
  await end?.refresh();
  expect(end?.failure.value?.code).toBe('INTERNAL_SERVER_ERROR');
  await end?.refresh();
  expect([end?.isLoaded.value, end?.failure.value]).toEqual([true, null]);
  scope.stop();
});

it('an export that failed can be asked for again', async () => {
  vi.spyOn(client, 'query').mockImplementation(rejecting);
  const exporting = useExport('persona');
  await exporting.take('TEXT');
  expect([exporting.busy.value, exporting.failure.value?.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
});

it('the next page can be loaded again after it failed', async () => {
  const page = (hasNextPage: boolean) => ({ pageInfo: { hasNextPage, endCursor: 'cursor' } });
  const load = vi.fn(() => Promise.resolve(page(false))).mockRejectedValueOnce(new Error('No answer.'));
  const { pages, isBusy, moreFailure, hasMore, ...list } = useLaterPages(() => page(true), load);
  await list.more();
  expect([pages.value.length, isBusy.value, moreFailure.value?.code]).toEqual([
    1,
    false,
    'INTERNAL_SERVER_ERROR',
  ]);
  await list.more();
  expect([pages.value.length, isBusy.value, moreFailure.value, hasMore.value]).toEqual([
    2,
    false,
    null,
    false,
  ]);
});
