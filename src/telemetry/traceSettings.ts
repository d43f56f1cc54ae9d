import { z } from 'zod';
import { choice, text, url } from '../settingTypes.js';

const samplers = ['always_on', 'always_off', 'traceidratio'] as const;
const address = url(['http:', 'https:'], 'http://127.0.0.1:4318');

/** Headers as OpenTelemetry writes them: `name=value,other=value`, with values in percent encoding. */
const headers = text.transform((value, issues): Record<string, string> => {
  try {
    const pairs = (value ?? '').split(',').filter((pair) => pair.trim() !== '');
    return Object.fromEntries(
      pairs.map((pair) => {
        const [, name, content] = /^\s*([\w-]+)\s*=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || content === undefined) throw new Error(`no header: ${pair}`);
        return [name, decodeURIComponent(content.trim())];
      }),
    );
  } catch {
    issues.addIssue('must be a list like x-api-key=secret,x-team=mirai, with values in percent encoding');
    return z.NEVER;
  }
});

/** The environment variables about traces, by their standard names. */
export const traceEnvironment = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_HEADERS: headers,
  OTEL_SERVICE_NAME: text.default('re-mirai'),
  OTEL_TRACES_SAMPLER: choice(
    [...samplers, ...samplers.map((name) => `parentbased_${name}` as const)],
    'parentbased_always_on',
  ),
  OTEL_TRACES_SAMPLER_ARG: text
    .transform((value) => Number(value ?? 1))
    .refine((ratio) => ratio >= 0 && ratio <= 1, { error: 'must be a share of all traces from 0 to 1' }),
  OTEL_BSP_SCHEDULE_DELAY: text
    .transform((value) => Number(value ?? 5_000))
    .refine((ms) => Number.isInteger(ms) && ms > 0, { error: 'must be a number of milliseconds' }),
};

/** Where spans are sent and which. */
export interface TraceSettings {
  /** The collector's address for traces. */
  url: string;
  headers: Record<string, string>;
  serviceName: string;
  sampler: string;
  /** The share of traces that `traceidratio` samples. */
  ratio: number;
  /** Time between two exports, in milliseconds. */
  everyMs: number;
}

/** @returns undefined if no collector is set: then nothing of the SDK is loaded */
export function traceSettings(env: z.infer<z.ZodObject<typeof traceEnvironment>>): TraceSettings | undefined {
  const shared = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const target =
    env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (shared && `${shared.replace(/\/+$/, '')}/v1/traces`);
  return target === undefined
    ? undefined
    : {
        url: target,
        headers: env.OTEL_EXPORTER_OTLP_HEADERS,
        serviceName: env.OTEL_SERVICE_NAME,
        sampler: env.OTEL_TRACES_SAMPLER,
        ratio: env.OTEL_TRACES_SAMPLER_ARG,
        everyMs: env.OTEL_BSP_SCHEDULE_DELAY,
      };
}
