import { context, type Context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { TraceSettings } from './traceSettings.js';

/** How long a collector may take for a batch, also when the process stops. */
const EXPORT_WITHIN_MS = 4_000;

/** pg-boss's own jobs. They run several times a minute and belong to no request. */
const isUpkeep = (name: string): boolean => name.includes('__pgboss__');

/** Leaves out the upkeep of the queue, and decides about the rest by the settings. */
function samplerOf({ sampler, ratio }: TraceSettings): Sampler {
  const roots: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const root = roots[sampler.replace('parentbased_', '')]?.() ?? new AlwaysOnSampler();
  const chosen = sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
  const off = new AlwaysOffSampler();
  return {
    shouldSample(parent: Context, traceId, name, ...rest) {
      return isUpkeep(name) ? off.shouldSample() : chosen.shouldSample(parent, traceId, name, ...rest);
    },
    toString: () => `${chosen.toString()} without upkeep`,
  };
}

/** Logs once that traces do not arrive, and once that they do again: a collector that is away fails every few seconds. */
function watchExport(log: Logger): (exporter: OTLPTraceExporter) => OTLPTraceExporter {
  let isFailing = false;
  return (exporter) => {
    const send = exporter.export.bind(exporter);
    exporter.export = (spans, done) =>
      send(spans, (result) => {
        if (isFailing !== (result.error !== undefined)) {
          isFailing = !isFailing;
          if (isFailing) log.warn({ error: result.error }, 'traces are not taken');
          else log.info('traces are taken again');
        }
        done(result);
      });
    return exporter;
  };
}

/**
 * Sends spans of this process to a collector by OTLP over HTTP, as JSON. Registers the SDK globally, so a process has one.
 * @returns disposing it sends what is left and turns tracing off
 */
export function startTracing(settings: TraceSettings, role: string, log: Logger): AsyncDisposable {
  // Errors of an export come by its result. Other words of the SDK help while a collector is set up.
  diag.setLogger(
    {
      error: () => undefined,
      warn: (message) => log.debug({ message }, 'opentelemetry'),
      info: () => undefined,
      debug: () => undefined,
      verbose: () => undefined,
    },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({
    url: settings.url,
    headers: settings.headers,
    timeoutMillis: EXPORT_WITHIN_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': settings.serviceName, 'mirai.role': role }),
    sampler: samplerOf(settings),
    // An event is an exception with its message, which may quote what people wrote. None is kept.
    spanLimits: { eventCountLimit: 0, attributeValueLengthLimit: 200 },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: watchExport(log)(exporter),
        exportTimeoutMillis: EXPORT_WITHIN_MS,
        scheduledDelayMillis: settings.everyMs,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    async [Symbol.asyncDispose]() {
      trace.disable();
      propagation.disable();
      context.disable();
      await provider.shutdown().catch((error: unknown) => log.warn({ error }, 'last traces not sent'));
    },
  };
}
