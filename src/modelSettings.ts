import { z } from 'zod';
import { choice, flag, text, url, wholeNumber } from './settingTypes.js';

/** Where a provider is and what every request to it carries. */
export interface Endpoint {
  /** Undefined: OpenAI. */
  baseUrl?: string;
  /** Undefined: no key is sent (Ollama, vLLM). */
  apiKey?: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  /** Fields added to each request body. They win over those of the product. */
  body: Record<string, unknown>;
}

/** How a document is requested, from the strictest to the plainest. A provider that lacks one refuses it. */
export const documentFormats: ['json_schema', 'loose_schema', 'json_object', 'words'] = [
  'json_schema',
  'loose_schema',
  'json_object',
  'words',
];
export type DocumentFormat = (typeof documentFormats)[number];

/** A model that writes. Durations in milliseconds. */
export interface WriterSettings {
  endpoint: Endpoint;
  model: string;
  /** Undefined: the field is not sent. */
  reasoningEffort?: string;
  /** The most tokens of an answer, thinking included. */
  maxTokens: number;
  isStreaming: boolean;
  /** The format that documents are first requested in. */
  format: DocumentFormat;
  /**
   * Whether the model may write its thinking into an answer without an opening marker, so that nothing can be shown
   * before the end. Null: unknown.
   */
  thinksAloud: boolean | null;
  /** Until the first sign of an answer. A cold model may load for a minute. */
  firstMs: number;
  /** Between two signs of an answer. */
  idleMs: number;
  totalMs: number;
}

/** A model that draws. */
export interface IllustratorSettings {
  endpoint: Endpoint;
  model: string;
  size: string;
  /** Undefined: the field is not sent. */
  quality?: string;
  /** For the whole picture, in milliseconds. */
  totalMs: number;
}

/** A model that moderates. */
export interface ModeratorSettings {
  endpoint: Endpoint;
  model: string;
}

/** The models to use, by role. */
export interface ModelSettings {
  /** Writes the persona. */
  text: WriterSettings;
  /** Writes replies. */
  chat: WriterSettings;
  /** Null: pictures are drawn locally. */
  image: IllustratorSettings | null;
  /** Null: the local word list moderates. */
  moderation: ModeratorSettings | null;
}

const jsonObject = <T>(values: z.ZodType<T>, example: string) =>
  text.transform((value, context): Record<string, T> => {
    if (value === undefined) return {};
    try {
      return z.record(z.string(), values).parse(JSON.parse(value));
    } catch {
      context.addIssue(`must be a JSON object like ${example}`);
      return z.NEVER;
    }
  });

const endpointSettings = {
  BASE_URL: url(['http:', 'https:'], 'http://127.0.0.1:11434/v1'),
  API_KEY: text,
  HEADERS: jsonObject(z.string(), '{"x-team":"mirai"}'),
  QUERY: text.transform((value) => Object.fromEntries(new URLSearchParams(value))),
  BODY: jsonObject(z.unknown(), '{"enable_thinking":false}'),
};

/** How long and how often a model is asked for one answer. The jobs expire later (queue/jobs). */
export const patience = {
  /** The longest total clock of a call that an operator may set. */
  callSeconds: 800,
  /** How often a paid answer that was cut off is asked for, in all. */
  tries: 2,
  /** How often a picture is asked for if it comes back broken. */
  pictureTries: 3,
  /** How often a wait that a provider asks for is granted. */
  waits: 3,
  /** A provider that asks for a longer wait than this fails the step, and the owner may retry. */
  waitSeconds: 60,
  /** How long a call that is withheld because its provider fails waits within an attempt at a job. */
  outageSeconds: 300,
};

const writerSettings = {
  MODEL: text,
  REASONING_EFFORT: text,
  STREAMING: flag,
  FORMAT: choice(documentFormats, 'json_schema'),
  FIRST_TOKEN_SECONDS: wholeNumber(120, { min: 1, max: patience.callSeconds }),
  IDLE_SECONDS: wholeNumber(60, { min: 1, max: patience.callSeconds }),
  TOTAL_SECONDS: wholeNumber(600, { min: 1, max: patience.callSeconds }),
};

/** The same settings with a prefix before each name. */
const prefixed = <P extends string, S extends Record<string, z.ZodType>>(prefix: P, settings: S) =>
  Object.fromEntries(Object.entries(settings).map(([name, type]) => [`${prefix}_${name}`, type])) as {
    [K in keyof S as `${P}_${K & string}`]: S[K];
  };

/** The environment variables about models. `OPENAI_…` are the defaults of all roles. */
export const modelEnvironment = {
  ...prefixed('OPENAI', endpointSettings),
  OPENAI_TEXT_MODEL: text,
  OPENAI_IMAGE_MODEL: text,
  OPENAI_MODERATION_MODEL: text,
  ...prefixed('TEXT', { ...endpointSettings, ...writerSettings }),
  TEXT_MAX_TOKENS: wholeNumber(6000, { min: 16 }),
  ...prefixed('CHAT', { ...endpointSettings, ...writerSettings }),
  CHAT_INLINE_THINKING: choice(['auto', 'never', 'always'], 'auto'),
  CHAT_MAX_TOKENS: wholeNumber(2000, { min: 16 }),
  IMAGES: choice(['on', 'off'], 'on'),
  ...prefixed('IMAGE', endpointSettings),
  IMAGE_MODEL: text,
  IMAGE_SIZE: text.default('1024x1024'),
  IMAGE_QUALITY: text,
  IMAGE_TOTAL_SECONDS: wholeNumber(180, { min: 1, max: patience.callSeconds }),
  MODERATION: choice(['provider', 'local'], 'provider'),
  ...prefixed('MODERATION', endpointSettings),
  MODERATION_MODEL: text,
};

type ModelEnvironment = z.infer<z.ZodObject<typeof modelEnvironment>>;

/** Current OpenAI models. Reasoning would delay each reply without making it better. */
const defaults = {
  text: 'gpt-6-luna',
  textEffort: 'low',
  chatEffort: 'none',
  image: 'gpt-image-2.6-flare',
  moderation: 'omni-moderation-latest',
};

/**
 * The endpoint of one role. A role with an address of its own inherits nothing: a key must never be sent to
 * another provider.
 */
function endpointOf(
  env: ModelEnvironment,
  prefix: 'OPENAI' | 'TEXT' | 'CHAT' | 'IMAGE' | 'MODERATION',
  inherited: Endpoint | null,
): Endpoint | null {
  const baseUrl = env[`${prefix}_BASE_URL`];
  const apiKey = env[`${prefix}_API_KEY`];
  const base = baseUrl === undefined ? inherited : null;
  if (baseUrl === undefined && apiKey === undefined && base === null) return null;
  return {
    baseUrl: baseUrl ?? base?.baseUrl,
    apiKey: apiKey ?? base?.apiKey,
    headers: { ...base?.headers, ...env[`${prefix}_HEADERS`] },
    query: { ...base?.query, ...env[`${prefix}_QUERY`] },
    body: { ...base?.body, ...env[`${prefix}_BODY`] },
  };
}

const seconds = (value: number): number => value * 1000;

function writerOf(
  env: ModelEnvironment,
  prefix: 'TEXT' | 'CHAT',
  { endpoint, model, effort }: { endpoint: Endpoint; model: string; effort: string },
): WriterSettings {
  const isDefault = endpoint.baseUrl === undefined && model === defaults.text;
  return {
    endpoint,
    model,
    reasoningEffort: env[`${prefix}_REASONING_EFFORT`] ?? (isDefault ? effort : undefined),
    maxTokens: env[`${prefix}_MAX_TOKENS`],
    isStreaming: env[`${prefix}_STREAMING`] !== 'false' && env[`${prefix}_STREAMING`] !== '0',
    format: env[`${prefix}_FORMAT`],
    thinksAloud: env.CHAT_INLINE_THINKING === 'auto' ? null : env.CHAT_INLINE_THINKING === 'always',
    firstMs: seconds(env[`${prefix}_FIRST_TOKEN_SECONDS`]),
    idleMs: seconds(env[`${prefix}_IDLE_SECONDS`]),
    totalMs: seconds(env[`${prefix}_TOTAL_SECONDS`]),
  };
}

/**
 * Reads the settings of the models.
 * @returns null if no text model is configured: the stand-in then takes all roles
 */
export function modelSettings(env: ModelEnvironment): ModelSettings | null {
  const shared = endpointOf(env, 'OPENAI', null);
  const text = endpointOf(env, 'TEXT', shared);
  if (text === null) return null;
  const chat = endpointOf(env, 'CHAT', text) ?? text;
  const image = endpointOf(env, 'IMAGE', shared);
  const moderation = endpointOf(env, 'MODERATION', shared);
  const textModel = env.TEXT_MODEL ?? env.OPENAI_TEXT_MODEL ?? defaults.text;
  return {
    text: writerOf(env, 'TEXT', { endpoint: text, model: textModel, effort: defaults.textEffort }),
    chat: writerOf(env, 'CHAT', {
      endpoint: chat,
      model: env.CHAT_MODEL ?? textModel,
      effort: defaults.chatEffort,
    }),
    image:
      env.IMAGES === 'off' || image === null
        ? null
        : {
            endpoint: image,
            model: env.IMAGE_MODEL ?? env.OPENAI_IMAGE_MODEL ?? defaults.image,
            size: env.IMAGE_SIZE,
            quality: env.IMAGE_QUALITY,
            totalMs: seconds(env.IMAGE_TOTAL_SECONDS),
          },
    moderation:
      env.MODERATION === 'local' || moderation === null
        ? null
        : {
            endpoint: moderation,
            model: env.MODERATION_MODEL ?? env.OPENAI_MODERATION_MODEL ?? defaults.moderation,
          },
  };
}

/** The settings that name an endpoint for a role although there is no text model. */
export const unusedEndpoints = (env: ModelEnvironment): string[] =>
  (['CHAT', 'IMAGE', 'MODERATION'] as const).flatMap((prefix) =>
    (['BASE_URL', 'API_KEY'] as const)
      .map((name) => `${prefix}_${name}` as const)
      .filter((name) => env[name] !== undefined),
  );

/** Model name of the stand-in. Everything it generates carries this name. */
export const DEMO_MODEL = 'mirai-demo-1';

/** The settings with which the stand-in takes all roles. */
export function demoModels(baseUrl: string, moderation: 'provider' | 'local'): ModelSettings {
  const settings = modelSettings(
    z.object(modelEnvironment).parse({
      OPENAI_BASE_URL: baseUrl,
      OPENAI_TEXT_MODEL: DEMO_MODEL,
      OPENAI_IMAGE_MODEL: DEMO_MODEL,
      OPENAI_MODERATION_MODEL: DEMO_MODEL,
      MODERATION: moderation,
      CHAT_INLINE_THINKING: 'never',
    }),
  );
  if (settings === null) throw new Error('The stand-in has no address.');
  return settings;
}
