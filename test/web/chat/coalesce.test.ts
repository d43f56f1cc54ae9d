import { expect, it } from 'vitest';
import { coalesce } from '../../../web/src/features/chat/rules/coalesce.js';
import { wakeableSleep } from '../../../web/src/features/chat/rules/messageRetry.js';

it('what is asked for many times while it runs, runs once more', async () => {
  let runs = 0;
  const open: (() => void)[] = [];
  const ask = coalesce(async () => {
    runs += 1;
    await new Promise<void>((resolve) => open.push(resolve));
  });
  const first = ask();
  const others = [ask(), ask(), ask()];
  open.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  open.shift()?.();
  await Promise.all([first, ...others]);
  expect(runs).toBe(2);
});

it('what is asked for after it has run, runs again', async () => {
  let runs = 0;
  const ask = coalesce(async () => void (runs += 1));
  await ask();
  await ask();
  expect(runs).toBe(2);
});

it('runs again after a failed run', async () => {
  let runs = 0;
  const ask = coalesce(async () => {
    runs += 1;
    if (runs === 1) throw new Error('The first run fails.');
  });
  await expect(ask()).rejects.toThrow('The first run fails.');
  await ask();
  expect(runs).toBe(2);
});

it('a run requested during one that fails still takes place, and its outcome counts', async () => {
  let runs = 0;
  const ask = coalesce(async () => {
    runs += 1;
    const isFirst = runs === 1;
    await Promise.resolve();
    if (isFirst) throw new Error('The first run fails.');
  });
  await Promise.all([ask(), ask()]);
  expect(runs).toBe(2);
});

it('a wait ends when it is cut short', async () => {
  const { sleep, wake } = wakeableSleep();
  const waiting = sleep(1_000_000);
  wake();
  await expect(waiting).resolves.toBeUndefined();
});
