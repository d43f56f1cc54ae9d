import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WatchedCalls } from '../../src/ai/modelCalls.js';
import { UpstreamError } from '../../src/ai/ports.js';
import { createWorkMetrics } from '../../src/telemetry/workMetrics.js';
import { failureOf } from './standIn.js';

// The breaker reads the clock, and the test moves it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('the log says once that a provider fails, however many probes fail, and once that it answers', async () => {
  const lines: string[] = [];
  const metrics = createWorkMetrics();
  const calls = new WatchedCalls(
    'text',
    { model: 'text-1', name: 'openai', address: undefined },
    {
      metrics,
      costOf: () => 0.5,
      cooling: { failures: 2, firstMs: 1_000, longestMs: 1_000 },
      log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
    },
  );
  const fail = () =>
    failureOf(
      calls.make({ name: 'chat', output: 'json' }, undefined, () =>
        Promise.reject(new UpstreamError('It is away.', 'temporary', { about: 'outage' })),
      ),
    );
  for (let times = 0; times < 2; times += 1) await fail();
  for (let probes = 0; probes < 3; probes += 1) {
    vi.advanceTimersByTime(1_000);
    await fail();
    // Between the probes.
    expect((await fail()).isWithheld).toBe(true);
  }
  expect(calls.isFailing).toBe(true);
  vi.advanceTimersByTime(1_000);
  const usage = { model: 'text-1', inputTokens: 10, outputTokens: 20 };
  await calls.make({ name: 'chat', output: 'json' }, undefined, (onUsage) => onUsage(usage));
  expect(calls.isFailing).toBe(false);
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'the model provider fails: calls wait until it answers',
    'the model provider answers again',
  ]);
  const text = await metrics.registry.metrics();
  expect(text).toContain('model_call_seconds_count{role="text",outcome="temporary"} 5');
  expect(text).toContain('model_call_seconds_count{role="text",outcome="withheld"} 3');
  expect(text).toContain('model_call_seconds_count{role="text",outcome="done"} 1');
  expect(text).toContain('model_tokens_total{role="text",direction="output"} 20');
  expect(text).toContain('model_cost_dollars_total{role="text"} 0.5');
});
