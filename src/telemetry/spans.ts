import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** What a span is between: this process and a caller, another server, or a queue. INTERNAL: none of them. */
export type Kind = 'INTERNAL' | 'CLIENT' | 'PRODUCER';

/** Without an SDK, which only OTEL_EXPORTER_OTLP_ENDPOINT loads, this tracer does nothing. */
export const tracer = () => trace.getTracer('re-mirai');

/**
 * Marks a span as failed, with the class or the code of the error. Messages are left out: they may quote what people wrote.
 */
export function failSpan(span: Span, error: unknown): void {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const type = typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : nameOf(error);
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '_OTHER');

/**
 * Runs something in a span, which is the parent of all spans that begin within.
 * @param attributes names from closed lists, numbers and ids of jobs or requests. Never what people wrote, nor who they are
 */
export function inSpan<T>(
  name: string,
  { kind = 'INTERNAL', attributes }: { kind?: Kind; attributes?: Attributes },
  run: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer().startActiveSpan(name, { kind: SpanKind[kind], attributes }, async (span) => {
    try {
      return await run(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Adds attributes to the span that runs, under the same rule as `inSpan`. */
export const noteOnSpan = (attributes: Attributes): void =>
  void trace.getActiveSpan()?.setAttributes(attributes);

/**
 * Keeps the trace of the caller for what runs later and elsewhere. Cheap enough for every answer, other than a snapshot of all
 * that async hooks hold.
 * @returns runs something within that trace
 */
export function bindTrace(): <T>(run: () => T) => T {
  const active = context.active();
  return (run) => context.with(active, run);
}

/** Runs work that goes on after the request that began it, in no trace. */
export const outsideTrace = <T>(run: () => T): T => context.with(ROOT_CONTEXT, run);

/** Marks the span that runs as failed. */
export function failActiveSpan(error: unknown): void {
  const span = trace.getActiveSpan();
  if (span !== undefined) failSpan(span, error);
}
