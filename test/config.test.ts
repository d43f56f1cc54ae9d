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
      redis: undefined,
      port: 4000,
      role: 'all',
    });
  });

  it('let a database address name several hosts', () => {
    const url = 'postgres://u:p@one:5432,two:5433/db?target_session_attrs=read-write';
    expect(readConfig({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url, databaseDirectUrl: url });
    expect(problemsOf({ DATABASE_URL: 'one:5432,two:5433/db' })).toHaveLength(1);
  });

  it('let replicas be named beside their primary only', () => {
    const replicas = 'postgres://u:p@two:5432,three:5432/db';
    const DATABASE_URL = 'postgres://u:p@one:5432/db';
    expect(readConfig({ DATABASE_URL, DATABASE_REPLICA_URL: replicas }).databaseReplicaUrl).toBe(replicas);
    expect(problemsOf({ DATABASE_REPLICA_URL: replicas })).toEqual([
      'DATABASE_URL is not set: DATABASE_REPLICA_URL names replicas of it',
    ]);
    expect(problemsOf({ DATABASE_URL, DATABASE_REPLICA_URL: 'two:5432,three:5432/db' })).toHaveLength(1);
  });

  it.each([
    'redis://one:6379,two:6379',
    'rediss://user:pa,ss@one:6379,two:6379/0',
    'redis://[::1]:1,[::1]:2',
  ])('let %s name nodes of a cluster, and of nothing else', (url) => {
    expect(readConfig({ REDIS_URL: url, REDIS_CLUSTER: 'true' }).redis).toEqual({ url, isCluster: true });
    expect(problemsOf({ REDIS_URL: url })).toEqual([
      'REDIS_URL names several hosts: that needs REDIS_CLUSTER=true',
    ]);
  });

  it('let one server of Redis have a comma in its password', () => {
    const url = 'redis://user:pa,ss@one:6379';
    expect(readConfig({ REDIS_URL: url }).redis).toEqual({ url, isCluster: false });
    expect(problemsOf({ REDIS_CLUSTER: 'true' })).toEqual([
      'REDIS_URL is not set: REDIS_CLUSTER says what it names',
    ]);
  });

  it.each([
    'https://mirai.example/app',
    'https://mirai.example?x=1',
    'https://mirai.example#x',
    'https://user:secret@mirai.example',
    'ftp://mirai.example',
    'mirai.example',
  ])('accept only an origin as ORIGIN, and not %s', (value) => {
    expect(problemsOf({ ORIGIN: value })).toEqual([
      'ORIGIN must be only scheme, host and port, like https://mirai.example, without a path, a query or a password',
    ]);
    expect(problemsOf({ ALLOWED_ORIGINS: `https://mirai.example, ${value}` })).toHaveLength(1);
  });

  it.each(['p@ss#word', 'p/word', 'p?word', '50%', 'p word'])(
    'say how the password %j must be written in an address',
    (password) => {
      expect(problemsOf({ DATABASE_URL: `postgres://mirai:${password}@host:5432/db` })).toEqual([
        'DATABASE_URL has a character in its user or password that must be encoded: # as %23, / as %2F, ? as %3F, % as %25',
      ]);
      const encoded = `postgres://mirai:${encodeURIComponent(password)}@host:5432/db`;
      expect(readConfig({ DATABASE_URL: encoded }).databaseUrl).toBe(encoded);
    },
  );

  it('take the number of proxies from TRUST_PROXY', () => {
    const proxiesOf = (value: string): number => readConfig({ TRUST_PROXY: value }).proxies;
    expect(['', 'false', 'true', '0', '1', '3'].map(proxiesOf)).toEqual([0, 0, 1, 0, 1, 3]);
    for (const value of ['-1', '1.5', 'yes', '10.0.0.1', '11'])
      expect(problemsOf({ TRUST_PROXY: value })).toHaveLength(1);
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

describe('the settings of the models', () => {
  const models = (env: NodeJS.ProcessEnv) => readConfig(env).models;

  it('leave all roles to the built-in model if nothing is set', () => {
    expect(models({})).toBeNull();
  });

  it('name current models, and as little reasoning as a reply needs, with a key alone', () => {
    const settings = models({ OPENAI_API_KEY: 'sk-1' });
    expect(settings?.text).toMatchObject({ model: 'gpt-6-luna', reasoningEffort: 'low', maxTokens: 6000 });
    expect(settings?.chat).toMatchObject({ model: 'gpt-6-luna', reasoningEffort: 'none', maxTokens: 2000 });
    expect(settings?.image).toMatchObject({ model: 'gpt-image-2.6-flare' });
    expect(settings?.moderation).toMatchObject({ model: 'omni-moderation-latest' });
  });

  it('send no reasoning effort to a model that may not know it', () => {
    const settings = models({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_TEXT_MODEL: 'qwen3' });
    expect(settings?.text.reasoningEffort).toBeUndefined();
    expect(settings?.chat.model).toBe('qwen3');
  });

  it('never send the key of one provider to another', () => {
    const settings = models({
      OPENAI_API_KEY: 'sk-openai',
      OPENAI_HEADERS: '{"x-team":"a"}',
      CHAT_BASE_URL: 'https://other.example/v1',
      IMAGE_BASE_URL: 'https://pictures.example/v1',
      IMAGE_API_KEY: 'sk-pictures',
    });
    expect(settings?.text.endpoint).toMatchObject({ apiKey: 'sk-openai', headers: { 'x-team': 'a' } });
    expect(settings?.chat.endpoint).toMatchObject({ apiKey: undefined, headers: {} });
    expect(settings?.image?.endpoint).toMatchObject({ apiKey: 'sk-pictures', headers: {} });
  });

  it('draw and moderate on this machine if only the text model has a provider', () => {
    const settings = models({ TEXT_BASE_URL: 'http://127.0.0.1:8080/v1' });
    expect(settings).toMatchObject({ image: null, moderation: null });
  });

  it('carry headers, a query and body fields to the provider', () => {
    const settings = models({
      OPENAI_BASE_URL: 'https://x.openai.azure.com/openai/v1',
      OPENAI_QUERY: 'api-version=preview',
      TEXT_BODY: '{"enable_thinking":false}',
    });
    expect(settings?.text.endpoint).toMatchObject({
      query: { 'api-version': 'preview' },
      body: { enable_thinking: false },
    });
    expect(settings?.moderation?.endpoint.body).toEqual({});
  });

  it('are refused with a cure if they are no JSON, out of range, or without effect', () => {
    expect(problemsOf({ OPENAI_API_KEY: 'x', OPENAI_HEADERS: 'x-team: a' })).toEqual([
      'OPENAI_HEADERS must be a JSON object like {"x-team":"mirai"}',
    ]);
    expect(problemsOf({ OPENAI_API_KEY: 'x', TEXT_TOTAL_SECONDS: '9000' })).toEqual([
      'TEXT_TOTAL_SECONDS must be a whole number from 1 to 800',
    ]);
    expect(problemsOf({ IMAGE_API_KEY: 'x' })[0]).toContain('IMAGE_API_KEY would have no effect');
  });
});
