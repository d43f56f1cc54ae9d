import { afterEach, expect, it, vi } from 'vitest';
import { client } from '../../../web/src/api/client.js';
import { useExport } from '../../../web/src/features/chat/useExport.js';
import { rejectedResult } from '../fakeResults.js';

afterEach(() => void vi.restoreAllMocks());

it('an export that failed can be retried', async () => {
  vi.spyOn(client, 'query').mockImplementation(rejectedResult);
  const exporting = useExport('persona');
  await exporting.exportAs('TEXT');
  expect([exporting.busyFormat.value, exporting.failure.value?.code]).toEqual([
    null,
    'INTERNAL_SERVER_ERROR',
  ]);
});
