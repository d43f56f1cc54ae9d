import { resolve } from 'node:path';
import { z } from 'zod';
import { parsePrices } from './ai/prices.js';
import { DERIVED_KEY, isDataKeyList, parseDataKeys, usesDerivedKey } from './dataKeys.js';
import type { DataKeys } from './entities/sealed.js';
import { modelEnvironment, modelSettings, unusedEndpoints } from './modelSettings.js';
import { traceEnvironment, traceSettings } from './telemetry/traceSettings.js';
import {
  choice,
  databaseUrl,
  flag,
  isTrue,
  origin,
  originList,
  processCount,
  proxyCount,
  text,
  url,
  wholeNumber,
} from './settingTypes.js';

const environment = z.object({
  PORT: text
    .transform((value) => Number(value ?? 4000))
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65535, {
      error: 'must be a port number from 0 to 65535',
    }),
  HOST: text.default('127.0.0.1'),
  ORIGIN: origin,
  ALLOWED_ORIGINS: originList,
  DATA_DIR: text.default('./.data'),
  DATABASE_URL: databaseUrl,
  DATABASE_DIRECT_URL: databaseUrl,
  DATABASE_REPLICA_URL: databaseUrl,
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379', { severalHosts: true }),
  REDIS_CLUSTER: flag,
  ...modelEnvironment,
  OPENAI_CONTEXT_TOKENS: wholeNumber(6000, { min: 2000 }),
  PRICES: text.refine((value) => value === undefined || parsePrices(value) !== null, {
    error: 'must be JSON like {"model":{"input":1,"output":2}} in US dollars per million tokens',
  }),
  DAILY_BUDGET_USD: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .refine((dollars) => dollars === undefined || dollars > 0, { error: 'must be an amount like 0.50' }),
  DAILY_VERSIONS: wholeNumber(30, { min: 1 }),
  GOOGLE_CLIENT_ID: text,
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587'),
  MAIL_FROM: text.refine((value) => value === undefined || /^[^\s@<>]+@[^\s@<>]+$/.test(value), {
    error: 'must be an address like mirror@example.org',
  }),
  DEMO_SIGN_IN: choice(['loopback', 'open', 'off'], 'loopback'),
  APP_SECRET: text.refine((value) => value === undefined || value.length >= 32, {
    error: 'must be at least 32 random characters, for example from: openssl rand -base64 48',
  }),
  EXIT_AFTER_UNREADY_SECONDS: wholeNumber(120, { min: 5 }),
  DATA_KEYS: text.refine((value) => value === undefined || isDataKeyList(value), {
    error:
      'must be a list like k2:<key>, k1:<key> with keys from: openssl rand -base64 32. app-secret and, as the first entry, plain are entries too',
  }),
  ROLE: choice(['all', 'api', 'worker'], 'all'),
  PROCESSES: processCount,
  METRICS_PORT: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .refine((port) => port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65535), {
      error: 'must be a port number from 0 to 65535',
    }),
  ...traceEnvironment,
  TRUST_PROXY: proxyCount,
  INTROSPECTION: flag,
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  NODE_ENV: choice(['development', 'test', 'production'], 'development'),
});

/** The only environment variables this program reads. .env.example lists exactly these. */
export const settingNames = Object.keys(environment.shape);

function dataKeysOf({ DATA_KEYS, APP_SECRET }: z.infer<typeof environment>): DataKeys | undefined {
  if (DATA_KEYS !== undefined) return parseDataKeys(DATA_KEYS, APP_SECRET);
  return APP_SECRET === undefined ? undefined : parseDataKeys(DERIVED_KEY, APP_SECRET);
}

/** The settings that this mode of operation requires but that are not set, each with the reason. */
function missing(env: z.infer<typeof environment>): string[] {
  const needs = (names: (keyof typeof env)[], because: string): string[] =>
    names.filter((name) => env[name] === undefined).map((name) => `${name} is not set: ${because}`);
  const problems: string[] = [];
  if (env.NODE_ENV === 'production') {
    problems.push(
      ...needs(['DATABASE_URL'], 'production requires an external PostgreSQL, not the embedded one'),
      ...needs(['ORIGIN'], 'it is the public address in links and cards'),
      ...needs(['APP_SECRET'], 'it signs sessions and needs at least 32 random characters'),
      ...needs(
        ['GOOGLE_CLIENT_ID'],
        'production verifies Google ID tokens; without an audience a token issued to any app would pass',
      ),
    );
    if (modelSettings(env) === null)
      problems.push('OPENAI_API_KEY or OPENAI_BASE_URL is not set: production requires a real model');
  }
  const unused = modelSettings(env) === null ? unusedEndpoints(env) : [];
  if (unused.length > 0)
    problems.push(
      `OPENAI_API_KEY, OPENAI_BASE_URL, TEXT_API_KEY or TEXT_BASE_URL is not set: ${unused.join(' and ')} would have no effect`,
    );
  if (env.ROLE !== 'all') {
    const because = `with ROLE=${env.ROLE} processes communicate only through PostgreSQL and Redis`;
    for (const problem of needs(['DATABASE_URL', 'REDIS_URL'], because))
      if (!problems.some((known) => known.startsWith(problem.split(' ')[0] ?? ''))) problems.push(problem);
  }
  if (env.PROCESSES > 1 && env.ROLE === 'worker')
    problems.push('PROCESSES is more than 1: with ROLE=worker, start the program several times instead');
  else if (env.PROCESSES > 1 && env.ROLE === 'all') {
    const because = `with PROCESSES=${env.PROCESSES} processes communicate only through PostgreSQL and Redis`;
    for (const problem of needs(['DATABASE_URL', 'REDIS_URL'], because))
      if (!problems.some((known) => known.startsWith(problem.split(' ')[0] ?? ''))) problems.push(problem);
  }
  if (isTrue(env.REDIS_CLUSTER)) problems.push(...needs(['REDIS_URL'], 'REDIS_CLUSTER says what it names'));
  else if (/^\w+:\/\/(?:.*@)?[^/@]*,[^@]*$/.test(env.REDIS_URL ?? ''))
    problems.push('REDIS_URL names several hosts: that needs REDIS_CLUSTER=true');
  if (env.DATABASE_REPLICA_URL !== undefined && !problems.some((known) => known.startsWith('DATABASE_URL ')))
    problems.push(...needs(['DATABASE_URL'], 'DATABASE_REPLICA_URL names replicas of it'));
  if (usesDerivedKey(env.DATA_KEYS ?? '')) problems.push(...needs(['APP_SECRET'], 'DATA_KEYS refers to it'));
  return problems;
}

/** Reports every problem with the settings, one per line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(`The settings do not allow a start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Parses the environment. Nothing else in the program reads it.
 * @throws ConfigError with all problems at once
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const problems = missing(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  return {
    port: value.PORT,
    host: value.HOST,
    origin: value.ORIGIN,
    /** Other origins whose pages may open subscriptions. */
    allowedOrigins: value.ALLOWED_ORIGINS,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    /** The same database without a pooler that shares connections between sessions. */
    databaseDirectUrl: value.DATABASE_DIRECT_URL ?? value.DATABASE_URL,
    /** Replicas of the database, for public reads. */
    databaseReplicaUrl: value.DATABASE_REPLICA_URL,
    redis:
      value.REDIS_URL === undefined
        ? undefined
        : { url: value.REDIS_URL, isCluster: isTrue(value.REDIS_CLUSTER) },
    /** Null: the built-in demo model takes all roles. */
    models: modelSettings(value),
    moderation: value.MODERATION,
    /** Maximum size of a chat prompt, in tokens. */
    contextTokens: value.OPENAI_CONTEXT_TOKENS,
    /** Prices of models beside the list, or instead of it. */
    prices: value.PRICES === undefined ? undefined : (parsePrices(value.PRICES) ?? undefined),
    /** What a user's model calls may cost within 24 hours, in US dollars; undefined for no budget. */
    dailyBudget: value.DAILY_BUDGET_USD,
    dailyVersions: value.DAILY_VERSIONS,
    googleClientId: value.GOOGLE_CLIENT_ID,
    /** Undefined: no e-mails are sent. */
    smtpUrl: value.SMTP_URL,
    /** The address that e-mails come from. */
    mailFrom: value.MAIL_FROM,
    /** Whether browsers may name a push service on this machine. */
    allowsLoopbackPush: value.NODE_ENV === 'test',
    demoSignIn: value.DEMO_SIGN_IN,
    appSecret: value.APP_SECRET,
    /** How long readiness may fail without interruption before the process ends. */
    exitAfterUnreadySeconds: value.EXIT_AFTER_UNREADY_SECONDS,
    /** Undefined: the key is in a file in the data folder. */
    dataKeys: dataKeysOf(value),
    role: value.ROLE,
    /** Where a process that runs workers only serves its metrics; undefined for nowhere. */
    metricsPort: value.METRICS_PORT,
    /** Where traces are sent; undefined for nowhere. */
    traces: traceSettings(value),
    /** API processes on this machine; more than one are children of this process. */
    processes: value.PROCESSES,
    /** How many proxies in front of this server append to X-Forwarded-For. */
    proxies: value.TRUST_PROXY,
    introspection: !production || isTrue(value.INTROSPECTION),
    logLevel: value.LOG_LEVEL,
    production,
  };
}

export type Config = ReturnType<typeof readConfig>;
