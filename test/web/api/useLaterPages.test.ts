import { expect, it, vi } from 'vitest';
import { useLaterPages } from '../../../web/src/api/useLaterPages.js';

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
