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
