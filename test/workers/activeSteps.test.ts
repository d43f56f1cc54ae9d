import { expect, it } from 'vitest';
import type { Attempt } from '../../src/queue/jobs.js';
import { limitActiveSteps, stepAside } from '../../src/workers/activeSteps.js';

const attempt = {} as Attempt;
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('only so many steps are active at once, and one that steps aside lets the next one in', async () => {
  const entered: string[] = [];
  const answers = new Map<string, () => void>();
  const step = limitActiveSteps(2)(async (name: string) => {
    entered.push(name);
    await stepAside(() => new Promise<void>((resolve) => answers.set(name, resolve)));
    entered.push(`${name} goes on`);
    await new Promise<void>((resolve) => answers.set(name, resolve));
  });
  const running = ['a', 'b', 'c'].map((name) => step(name, attempt));
  await turns();
  expect(entered).toEqual(['a', 'b', 'c']);
  // Two go on, and the third waits for its place.
  for (const name of ['a', 'b', 'c']) answers.get(name)?.();
  await turns();
  expect(entered.slice(3)).toEqual(['a goes on', 'b goes on']);
  answers.get('a')?.();
  await turns();
  expect(entered.slice(5)).toEqual(['c goes on']);
  for (const name of ['b', 'c']) answers.get(name)?.();
  await Promise.all(running);
});

it('a step that fails gives its place back', async () => {
  const step = limitActiveSteps(1)(async (fails: boolean) => {
    if (fails) throw new Error('no');
  });
  await expect(step(true, attempt)).rejects.toThrow('no');
  await step(false, attempt);
});

it('outside of a limited step, stepping aside changes nothing', async () => {
  expect(await stepAside(async () => 'done')).toBe('done');
});
