import { expect, it } from 'vitest';
import { interruptibleWait } from '../../../web/src/api/wait.js';

it('a wait ends when it is cut short', async () => {
  const { ended, end } = interruptibleWait(1_000_000);
  end();
  await expect(ended).resolves.toBeUndefined();
});
