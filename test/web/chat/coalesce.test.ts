import { expect, it } from 'vitest';
import { coalesce } from '../../../web/src/features/chat/rules/coalesce.js';

it('several calls during a run cause one more run', async () => {
  let runs = 0;
  const open: (() => void)[] = [];
  const call = coalesce(async () => {
    runs += 1;
    await new Promise<void>((resolve) => open.push(resolve));
  });
  const first = call();
  const others = [call(), call(), call()];
  open.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  open.shift()?.();
  await Promise.all([first, ...others]);
  expect(runs).toBe(2);
});

it('a call after a run causes another run', async () => {
  let runs = 0;
  const call = coalesce(async () => void (runs += 1));
  await call();
  await call();
  expect(runs).toBe(2);
});

it('a call after a failed run causes another run', async () => {
  let runs = 0;
  const call = coalesce(async () => {
    runs += 1;
    if (runs === 1) throw new Error('The first run fails.');
  });
  await expect(call()).rejects.toThrow('The first run fails.');
  await call();
  expect(runs).toBe(2);
});

it('a run requested during one that fails still takes place, and its outcome counts', async () => {
  let runs = 0;
  const call = coalesce(async () => {
    runs += 1;
    const isFirst = runs === 1;
    await Promise.resolve();
    if (isFirst) throw new Error('The first run fails.');
  });
  await Promise.all([call(), call()]);
  expect(runs).toBe(2);
});
