import { expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { createLog, loggableError } from '../src/log.js';

const row = 'Failing row contains (canary, 2026-11-23 16:21:57.339+00)';
const fromDatabase = Object.assign(new Error(`new row violates a check; ${row}`), {
  severity: 'ERROR',
  code: '23514',
  constraint: 'survey_count_not_negative',
});

it('an error that wraps a database error shows code, constraint and place, and no row at any depth', () => {
  const wrapped = new Error(`GraphQL: ${row}`, {
    cause: new Error(`the driver: ${row}`, { cause: fromDatabase }),
  });
  for (const error of [fromDatabase, wrapped, Object.assign(new Error(row), { originalError: wrapped })]) {
    const told = JSON.stringify(loggableError(error));
    expect(told).not.toContain('canary');
    expect(told).toContain('survey_count_not_negative');
    expect(told).toContain('23514');
  }
});

it('another error keeps its message, without tokens and credentials', () => {
  const { message } = loggableError(
    new Error('no answer of https://me:hunter2@models.example with Bearer abc.def'),
  );
  expect(message).toBe('no answer of https://[credentials]@models.example with Bearer [token]');
});

/** What the product's own logger writes about a thrown value. */
function loggedError(thrown: unknown): unknown {
  const lines: string[] = [];
  const log = createLog(readConfig({}), { write: (line) => void lines.push(line) });
  log.error({ error: thrown }, 'request failed');
  expect(lines).toHaveLength(1);
  return (JSON.parse(lines[0] ?? '') as { error: unknown }).error;
}

it('the logger keeps the name, message, code, stack and cause of an error', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const logged = loggedError(new TypeError('no model', { cause }));
  expect(logged).toMatchObject({
    name: 'TypeError',
    message: 'no model',
    cause: { name: 'Error', message: cause.message, code: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(logged)).toContain('log.test');
});

it('the logger keeps each error of an AggregateError, and both of a SuppressedError', () => {
  const inner = [new Error('first address'), new Error('second address')];
  expect(loggedError(new AggregateError(inner, ''))).toMatchObject({
    errors: [{ message: 'first address' }, { message: 'second address' }],
  });
  expect(loggedError(new SuppressedError(new Error('close'), new Error('open')))).toMatchObject({
    cause: { message: 'close' },
    errors: [{ message: 'open' }],
  });
});

it.each([
  ['an object', { message: 'a fault', code: 'E1' }, { name: 'object', message: 'a fault', code: 'E1' }],
  ['a string', 'a fault', 'a fault'],
  ['null', null, { name: 'object', message: 'null' }],
])('the logger keeps what it can of %s that was thrown', (_name, thrown, kept) => {
  expect(loggedError(thrown)).toEqual(kept);
});
