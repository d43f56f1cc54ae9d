import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settingNames } from '../src/config.js';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('the settings', () => {
  it('need nothing on a fresh machine', () => {
    expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', role: 'all', production: false });
  });

  it('treat an empty variable as unset', () => {
    expect(readConfig({ REDIS_URL: '', PORT: '', ROLE: '' })).toMatchObject({
      redisUrl: undefined,
      port: 4000,
      role: 'all',
    });
  });

  it('let a database address name several hosts', () => {
    const url = 'postgres://u:p@one:5432,two:5433/db?target_session_attrs=read-write';
    expect(readConfig({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url, databaseDirectUrl: url });
    expect(problemsOf({ DATABASE_URL: 'one:5432,two:5433/db' })).toHaveLength(1);
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ PORT: '70000', ROLE: 'boss', REDIS_URL: 'localhost', MODERATION: 'none' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'REDIS_URL',
      'MODERATION',
      'ROLE',
    ]);
  });

  it('know no other environments than development, test and production', () => {
    for (const environment of ['prod', 'Production', 'staging'])
      expect(problemsOf({ NODE_ENV: environment })).toEqual([
        'NODE_ENV must be one of development, test, production',
      ]);
  });

  it('are all required in production, and each missing one is named with its remedy', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'ORIGIN',
      'APP_SECRET',
      'GOOGLE_CLIENT_ID',
      'OPENAI_API_KEY',
    ]);
  });

  it('take data keys from DATA_KEYS, or else from APP_SECRET, and refuse a malformed list', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const APP_SECRET = 'x'.repeat(32);
    const idsOf = (env: Record<string, string>) => {
      const { dataKeys } = readConfig(env);
      return dataKeys && [dataKeys.current, ...dataKeys.keys.keys()];
    };
    expect(idsOf({})).toBeUndefined();
    expect(idsOf({ APP_SECRET })).toEqual(['app-secret', 'app-secret']);
    expect(idsOf({ DATA_KEYS: `k2:${key}, k1:${key}` })).toEqual(['k2', 'k2', 'k1']);
    expect(idsOf({ DATA_KEYS: `plain,k1:${key},app-secret`, APP_SECRET })).toEqual([
      null,
      'k1',
      'app-secret',
    ]);
    expect(readConfig({ APP_SECRET }).dataKeys?.keys.get('app-secret')).toHaveLength(32);
    const malformed = [
      'k1',
      'k1:short',
      `k1:${key},k1:${key}`,
      `k1:${key},plain`,
      `K 1:${key}`,
      `plain:${key}`,
      ',',
    ];
    for (const DATA_KEYS of malformed)
      expect(problemsOf({ DATA_KEYS }), DATA_KEYS).toEqual([
        expect.stringMatching(/^DATA_KEYS must be a list/),
      ]);
    expect(problemsOf({ DATA_KEYS: 'app-secret' })).toEqual([
      'APP_SECRET is not set: DATA_KEYS refers to it',
    ]);
  });

  it('let a base address without a key be a model, also in production', () => {
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a@b/c',
      ORIGIN: 'https://mirai.example/',
      APP_SECRET: 'x'.repeat(32),
      GOOGLE_CLIENT_ID: 'id',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
    };
    expect(readConfig(env)).toMatchObject({ origin: 'https://mirai.example', introspection: false });
    expect(readConfig({ ...env, INTROSPECTION: 'true' }).introspection).toBe(true);
  });

  it('let split roles meet in PostgreSQL and Redis only', () => {
    expect(problemsOf({ ROLE: 'worker' }).map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
    ]);
  });

  it('take prices as JSON and a budget in dollars, and name what is neither', () => {
    const PRICES = '{"llama3.3":{"input":0,"output":0}}';
    expect(readConfig({ PRICES, DAILY_BUDGET_USD: '0.5' })).toMatchObject({
      prices: { 'llama3.3': { input: 0, output: 0 } },
      dailyBudget: 0.5,
    });
    expect(readConfig({}).dailyBudget).toBeUndefined();
    expect(problemsOf({ PRICES: 'llama', DAILY_BUDGET_USD: 'much' })).toHaveLength(2);
    expect(problemsOf({ DAILY_BUDGET_USD: '0' })).toHaveLength(1);
  });

  it('refuse a secret that can be guessed', () => {
    expect(problemsOf({ APP_SECRET: 'secret' })[0]).toContain('32');
  });

  it('never repeat the value of a setting in a problem', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:hunter2@host/db' }).join()).not.toContain('hunter2');
  });

  it('are listed in .env.example, exactly', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(listed.toSorted()).toEqual(settingNames.toSorted());
  });
});
