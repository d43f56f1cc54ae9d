import { afterEach, expect, it, vi } from 'vitest';
import { client } from '../../../web/src/api/client.js';
import { useAction } from '../../../web/src/api/useAction.js';
import { SignOutDocument } from '../../../web/src/features/account/operations/generated/SignOut.js';
import { rejectedResult, resultOf, throwAtOnce } from '../fakeResults.js';

afterEach(() => void vi.restoreAllMocks());

it.each(['rejects', 'throws'])('a button can be pressed again after its mutation %s', async (how) => {
  const mutation = vi
    .spyOn(client, 'mutation')
    .mockImplementationOnce(how === 'throws' ? throwAtOnce : rejectedResult);
  const action = useAction(SignOutDocument);
  expect(await action.run({})).toBeUndefined();
  expect(action.isBusy.value).toBe(false);
  expect(action.failure.value?.code).toBe('INTERNAL_SERVER_ERROR');
  mutation.mockImplementationOnce(() => resultOf({ signOut: { ok: true } }));
  expect(await action.run({})).toBeDefined();
  expect(action.failure.value).toBeNull();
});
