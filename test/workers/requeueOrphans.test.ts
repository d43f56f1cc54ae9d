import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import type { Services } from '../../src/context.js';
import { requeueOrphans } from '../../src/workers/requeueOrphans.js';

afterEach(() => vi.useRealTimers());

it('skips a look while the one before it still runs, and looks again afterwards', async () => {
  vi.useFakeTimers();
  let looks = 0;
  let finish: () => void = () => undefined;
  const slow = { transactional: () => new Promise<void>((resolve) => ((looks += 1), (finish = resolve))) };
  const services = { orm: { em: { fork: () => slow } }, log: pino({ level: 'silent' }) };
  const looking = requeueOrphans(services as unknown as Services);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(looks).toBe(1);
  // A look has four searches.
  for (let search = 1; search < 4; search += 1) {
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(search + 1);
  }
  finish();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(looks).toBe(5);
  for (let search = 0; search < 4; search += 1) {
    finish();
    await vi.advanceTimersByTimeAsync(0);
  }
  await looking[Symbol.asyncDispose]();
});
