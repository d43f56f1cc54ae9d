import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Breaker } from '../../src/ai/breaker.js';
import { UpstreamError } from '../../src/ai/ports.js';
import { failureOf } from './standIn.js';

const outage = new UpstreamError('The model provider is temporarily unavailable.', 'temporary', {
  about: 'outage',
});
const cooling = { failures: 3, firstMs: 10_000, longestMs: 15_000 };

// The breaker reads the clock, and the test moves it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

/** A breaker before a provider whose health the test decides. */
function breakerBefore() {
  const provider = { calls: 0, fails: true as boolean | UpstreamError };
  const changes: boolean[] = [];
  const breaker = new Breaker(cooling, (isOpen) => changes.push(isOpen));
  const call = (mayRepeat = false): Promise<string> =>
    breaker.run(async () => {
      provider.calls += 1;
      if (provider.fails !== false) throw provider.fails === true ? outage : provider.fails;
      return 'answer';
    }, mayRepeat);
  /** Fails often enough for the breaker to open. */
  const open = async (): Promise<void> => {
    for (let times = 0; times < cooling.failures; times += 1) await failureOf(call());
  };
  /** A call that the test lets answer and end. */
  const slowCall = (mayRepeat = false) => {
    const end = Promise.withResolvers<string>();
    let onAlive = (): void => undefined;
    const ended = breaker.run((alive) => {
      onAlive = alive;
      return end.promise;
    }, mayRepeat);
    return { ended, begin: () => onAlive(), answer: () => end.resolve('answer'), fail: end.reject };
  };
  return { provider, changes, breaker, call, open, slowCall };
}

it('a provider that failed three times in a row is asked by one probe at a time, and by all once it answers', async () => {
  const { provider, changes, breaker, call } = breakerBefore();
  for (let times = 0; times < 3; times += 1) expect((await failureOf(call())).isOutage).toBe(true);
  expect(breaker.isOpen).toBe(true);
  const withheld = await failureOf(call());
  expect(withheld).toMatchObject({ message: outage.message, kind: 'temporary', retryAfter: 10 });
  expect(withheld.isWithheld).toBe(true);
  expect(provider.calls).toBe(3);

  // Ten callers come after the cooling time: one of them is the probe.
  pass(cooling.firstMs);
  const errors = await Promise.all(Array.from({ length: 10 }, () => failureOf(call())));
  expect(errors.filter(({ isWithheld }) => !isWithheld)).toHaveLength(1);
  expect(provider.calls).toBe(4);

  // Its failure doubled the time, up to the longest.
  expect((await failureOf(call())).retryAfter).toBe(15);
  provider.fails = false;
  pass(cooling.longestMs);
  expect(await call()).toBe('answer');
  expect(breaker.isOpen).toBe(false);
  expect(await Promise.all(Array.from({ length: 5 }, () => call()))).toHaveLength(5);
  expect(changes.at(-1)).toBe(false);
});

it('refusals, rate limits and wrong shapes never open it', async () => {
  const { provider, breaker, call } = breakerBefore();
  for (const kind of ['operator', 'refused', 'malformed', 'cut', 'temporary'] as const)
    for (let times = 0; times < 4; times += 1) {
      provider.fails = new UpstreamError(kind, kind, { retryAfter: 5 });
      await failureOf(call());
    }
  expect(breaker.isOpen).toBe(false);
});

it('an answer between failures starts the count anew', async () => {
  const { provider, breaker, call } = breakerBefore();
  for (const fails of [true, true, false, true, true]) {
    provider.fails = fails;
    await call().catch(() => undefined);
  }
  expect(breaker.isOpen).toBe(false);
});

it('an answer that is not usable starts the count anew too', async () => {
  const { provider, breaker, call } = breakerBefore();
  for (const fails of [true, true, new UpstreamError('Too many.', 'temporary'), true, true]) {
    provider.fails = fails;
    await failureOf(call());
  }
  expect(breaker.isOpen).toBe(false);
});

it('a probe that its caller stopped shows nothing, and the next call is a probe', async () => {
  const { provider, changes, call, open, slowCall } = breakerBefore();
  await open();
  pass(cooling.firstMs);
  const stopped = slowCall();
  stopped.fail(new UpstreamError('Stopped.', 'temporary', { about: 'stopped' }));
  await failureOf(stopped.ended);
  const probe = slowCall();
  // What the stopped one still receives says nothing about this one.
  stopped.begin();
  expect((await failureOf(call())).isWithheld).toBe(true);
  probe.fail(outage);
  await failureOf(probe.ended);
  expect(await failureOf(call())).toMatchObject({ message: outage.message, retryAfter: 15 });
  expect(provider.calls).toBe(3);
  expect(changes).toEqual([true]);
});

it('a probe that ends with a bug of ours keeps no calls back', async () => {
  const { provider, call, open, slowCall } = breakerBefore();
  await open();
  pass(cooling.firstMs);
  const probe = slowCall();
  probe.fail(new TypeError('It is undefined.'));
  await expect(probe.ended).rejects.toThrow(TypeError);
  provider.fails = false;
  expect(await Promise.all([call(), call()])).toEqual(['answer', 'answer']);
});

it('calls go on as soon as the answer of a probe begins', async () => {
  const { provider, changes, call, open, slowCall } = breakerBefore();
  await open();
  pass(cooling.firstMs);
  const probe = slowCall();
  provider.fails = false;
  expect((await failureOf(call())).isWithheld).toBe(true);
  probe.begin();
  probe.begin();
  expect(await Promise.all([call(), call()])).toEqual(['answer', 'answer']);
  probe.answer();
  expect(await probe.ended).toBe('answer');
  expect(changes).toEqual([true, false]);
});

it('a provider that begins to answer and breaks off is left alone for longer and longer', async () => {
  const { breaker, call, open, slowCall } = breakerBefore();
  await open();
  pass(cooling.firstMs);
  const probe = slowCall();
  probe.begin();
  expect(breaker.isOpen).toBe(false);
  probe.fail(outage);
  expect(await failureOf(probe.ended)).toBe(outage);
  expect(await failureOf(call())).toMatchObject({ isWithheld: true, retryAfter: 15 });
});

it('a whole answer after an outage makes the next one begin anew', async () => {
  const { provider, breaker, call, open } = breakerBefore();
  await open();
  pass(cooling.firstMs);
  provider.fails = false;
  await call();
  provider.fails = true;
  await failureOf(call());
  expect(breaker.isOpen).toBe(false);
  await open();
  expect((await failureOf(call())).retryAfter).toBe(10);
});

it('calls that began before it opened neither end a wait nor prolong it', async () => {
  const { changes, breaker, call, open, slowCall } = breakerBefore();
  const early = { good: slowCall(), bad: slowCall(), late: slowCall(), last: slowCall(true) };
  await open();
  early.good.begin();
  early.good.answer();
  expect(await early.good.ended).toBe('answer');
  early.bad.fail(outage);
  await failureOf(early.bad.ended);
  expect((await failureOf(call())).retryAfter).toBe(10);

  // Nor do they decide about a probe.
  pass(cooling.firstMs);
  const probe = slowCall();
  early.late.answer();
  await early.late.ended;
  expect((await failureOf(call())).isWithheld).toBe(true);
  probe.answer();
  await probe.ended;
  early.last.fail(outage);
  expect((await failureOf(early.last.ended)).isWithheld).toBe(false);
  expect(breaker.isOpen).toBe(false);
  expect(changes).toEqual([true, false]);
});

it('a process that makes no calls does not go on to say that its provider fails', async () => {
  const { breaker, open, slowCall } = breakerBefore();
  await open();
  pass(cooling.firstMs - 1);
  expect(breaker.isOpen).toBe(true);
  pass(1);
  expect(breaker.isOpen).toBe(false);
  const probe = slowCall();
  expect(breaker.isOpen).toBe(true);
  probe.answer();
  await probe.ended;
});

it('a call that waits does so for a second at least', async () => {
  const { call, open, slowCall } = breakerBefore();
  const early = slowCall(true);
  await open();
  pass(cooling.firstMs - 1);
  expect((await failureOf(call())).retryAfter).toBe(1);
  pass(5_000);
  early.fail(outage);
  expect(await failureOf(early.ended)).toMatchObject({ isWithheld: true, retryAfter: 1 });
});

it('what may be asked again waits like the rest, also if it was the call that failed', async () => {
  const { provider, call } = breakerBefore();
  const failures = [];
  for (let times = 0; times < 3; times += 1) failures.push(await failureOf(call(true)));
  expect(failures.map(({ isWithheld }) => isWithheld)).toEqual([false, false, true]);
  expect(failures.at(-1)?.retryAfter).toBe(10);
  pass(cooling.firstMs);
  expect(await failureOf(call(true))).toMatchObject({ isWithheld: true, retryAfter: 15 });
  pass(cooling.longestMs);
  // Text that was shown in part cannot be asked for again.
  expect(await failureOf(call(false))).toMatchObject({ isWithheld: false, retryAfter: null });
  expect(provider.calls).toBe(5);
});
