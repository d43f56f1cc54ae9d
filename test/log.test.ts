import { expect, it } from 'vitest';
import { loggableError } from '../src/log.js';

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
